"""Trains the network, for as long as there is time, from wherever it stands.

The rate goes up for a few steps, stays, and falls to zero only when asked (warmup-stable-decay): a plain run
leaves `last.pt`, from which the next goes on; `--decay` lets the rate fall over the run's time, or over its last
part, writes the weights to release, and leaves `last.pt` alone, so that training may go on from there another day.
While the rate falls, the pairs may be drawn by other weights: what is seen last is remembered best.
"""

import argparse
import json
import os
import pathlib
import signal
import time

import sentencepiece
import torch

from . import packing
from .dataset import directions
from .examples import Examples, Mixture
from .loss import SampledCrossEntropy, whole_cross_entropy
from .model import Shape, Translator, load_weights, save_description, save_weights
from .optimiser import MuonAndAdam
from .symbols import PADDING

SMOOTHING = 0.1
LARGEST_GRADIENT = 1.0  # norm to which gradients are clipped


class Trainer:
    """A network, its optimiser, its averaged weights and how far it has come."""

    def __init__(self, shape, options):
        self.device, self.row, self.rows = options.device, options.row, options.rows
        self.accumulate, self.drawn = options.accumulate, options.drawn
        self.network = Translator(shape, options.dropout).to(self.device)
        self.losses = torch.compile(self.whole_losses) if options.compile else self.whole_losses
        self.parameters = list(self.network.parameters())
        self.optimiser = MuonAndAdam(self.network)
        self.average = [p.detach().clone() for p in self.parameters]
        self.progress = dict(step=0, seconds=0.0, target_pieces=0)
        self.seen = torch.zeros(2, dtype=torch.float64, device=self.device)  # sum of losses, pieces; since `read`

    def hidden(self, batch):
        """Last hidden states and answers at the positions that count."""
        with torch.autocast(self.device, torch.bfloat16):
            hidden = self.network(batch)
        said = batch.answer != PADDING
        return hidden[said], batch.answer[said]

    def whole_losses(self, batch):
        """The loss to go down and the plain one, over the whole vocabulary, in nats per piece."""
        with torch.autocast(self.device, torch.bfloat16):
            return whole_cross_entropy(self.network(batch), self.network.emb.weight, batch.answer, SMOOTHING)

    def sampled_losses(self, batch):
        """The same, over part of the vocabulary."""
        hidden, answers = self.hidden(batch)
        loss = SampledCrossEntropy.apply(hidden, self.network.emb.weight, answers, SMOOTHING, self.drawn)
        return loss, loss

    def step(self, batches, rate):
        """One update from `accumulate` batches."""
        for _ in range(self.accumulate):
            batch = next(batches).to(self.device)
            loss, plain = self.sampled_losses(batch) if self.drawn else self.losses(batch)
            (loss / self.accumulate).backward()
            pieces = (batch.answer != PADDING).sum()
            self.seen += torch.stack([plain.detach() * pieces, pieces])
        torch.nn.utils.clip_grad_norm_(self.parameters, LARGEST_GRADIENT)
        self.optimiser.step(rate)
        self.progress["step"] += 1
        # the average looks back over a tenth of the run so far, at most 2,000 steps
        keep = min(0.9995, 1 - 1 / (self.progress["step"] / 10 + 1))
        torch._foreach_mul_(self.average, keep)
        torch._foreach_add_(self.average, [p.detach() for p in self.parameters], alpha=1 - keep)

    def read(self):
        """Mean loss in nats per piece, and the pieces, since last asked. Waits for a GPU, so not at every step."""
        total, pieces = self.seen.tolist()
        self.seen.zero_()
        self.progress["target_pieces"] += int(pieces)
        return total / max(1, pieces), int(pieces)

    @torch.no_grad()
    def development_losses(self, examples, pairs=192):
        """Nats per piece on the development part: for each direction without and with fuzzy matches."""
        self.network.eval()
        result = {}
        for with_match in (False, True):
            for name, chosen in examples.development(with_match):
                if chosen:
                    result[name + "+match" * with_match] = round(self.loss_of(chosen[:pairs]), 3)
        self.network.train()
        return result

    def loss_of(self, pairs):
        """Plain loss over the whole vocabulary, nats per piece."""
        total = pieces = 0
        laid_out = packing.in_order(pairs, self.row)
        for start in range(0, len(laid_out), self.rows):
            batch = packing.batch(laid_out[start:start + self.rows], self.row)
            hidden, answers = self.hidden(batch.to(self.device))
            logits = torch.nn.functional.linear(hidden.float(), self.network.emb.weight)
            total += torch.nn.functional.cross_entropy(logits, answers, reduction="sum").item()
            pieces += len(answers)
        return total / max(1, pieces)

    def use_average(self):
        """Puts the averaged weights into the network."""
        with torch.no_grad():
            for parameter, average in zip(self.parameters, self.average, strict=True):
                parameter.copy_(average)

    def save(self, file):
        state = dict(net=self.network.state_dict(), optimiser=self.optimiser.state_dict(), average=self.average,
                     progress=self.progress, shape=self.network.shape.as_json())
        torch.save(state, f"{file}.tmp")
        os.replace(f"{file}.tmp", file)

    def restore(self, file):
        # PyTorch 1.13 cannot read plain numbers with weights_only; this file is our own
        state = torch.load(file, map_location=self.device, weights_only=False)
        self.network.load_state_dict(state["net"])
        self.optimiser.load_state_dict(state["optimiser"])
        for mine, saved in zip(self.average, state["average"], strict=True):
            mine.copy_(saved)
        self.progress = state["progress"]


class PackedStream(torch.utils.data.IterableDataset):
    """Batches from the prepared data, in the loader's own process where it has one."""

    def __init__(self, data, vocabulary, mixture, row, rows, seed, temperature):
        self.data, self.vocabulary, self.mixture = data, vocabulary, mixture
        self.row, self.rows, self.seed = row, rows, seed
        self.temperature = torch.tensor(temperature).share_memory_()  # the trainer may change it

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        seed = [self.seed, worker.id if worker else 0]
        sentencepiece.set_random_generator_seed(self.seed + seed[1])
        processor = sentencepiece.SentencePieceProcessor(model_file=str(self.vocabulary))
        sides = directions(self.data)
        examples = Examples(sides, processor, self.row, self.mixture, seed)
        stream = packing.rows(iter(examples), self.row)
        temperature = 1.0  # at which directions begin
        while True:
            if self.temperature.item() != temperature:
                temperature = self.temperature.item()
                for direction in sides:
                    direction.set_temperature(temperature)
            yield packing.batch([next(stream) for _ in range(self.rows)], self.row)


def share_done(options, elapsed, steps):
    """How much of this run is over, by time or by steps, whichever is further; 1 ends it."""
    by_time = elapsed / options.seconds if options.seconds else 0.0
    by_steps = steps / options.steps if options.steps else 0.0
    return max(by_time, by_steps)


def rate_at(options, step, share):
    """The learning rate: a ramp of `warmup` steps, a plateau, and a straight line down where it is to decay."""
    ramp = min(1.0, (step + 1) / options.warmup)
    fall = min(1.0, max(0.0, 1 - share) / options.decay) if options.decay else 1.0
    return options.rate * ramp * (0.99 * fall + 0.01)


def train(options):
    """Runs for so long or so many steps, or until interrupted; either way what was learnt is saved."""
    run = pathlib.Path(options.run)
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    vocabulary = pathlib.Path(options.data) / "spm.model"
    processor = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    shape = Shape(processor.get_piece_size(), options.width, options.inner, options.heads,
                  options.encoder_layers, options.decoder_layers)
    trainer = Trainer(shape, options)
    last = run / "last.pt"
    if last.exists():
        trainer.restore(last)
        print("resumed", trainer.progress, flush=True)
    elif options.init:
        load_weights(trainer.network, options.init)
        trainer.average = [p.detach().clone() for p in trainer.parameters]
    mixture = Mixture(match=options.match, cut=options.cut)
    stream = PackedStream(options.data, vocabulary, mixture, options.row, options.rows,
                          options.seed + trainer.progress["step"], options.temperature)
    loader = torch.utils.data.DataLoader(stream, batch_size=None, num_workers=options.workers,
                                         pin_memory=options.device == "cuda")
    batches = iter(loader)
    development = Examples(directions(options.data), processor, options.row)
    interrupted = []
    signal.signal(signal.SIGTERM, lambda *_: interrupted.append(True))
    signal.signal(signal.SIGINT, lambda *_: interrupted.append(True))

    def say(**facts):
        line = json.dumps(facts)
        print(line, flush=True)
        with open(run / "log.jsonl", "a", encoding="utf-8") as log:
            log.write(line + "\n")

    start = shown = saved = time.time()
    before, first = trainer.progress["seconds"], trainer.progress["step"]
    trainer.network.train()
    while not interrupted:
        step = trainer.progress["step"]
        share = share_done(options, time.time() - start, step - first)
        if share >= 1:
            break
        if options.decay and share > 1 - options.decay and options.decay_temperature:
            stream.temperature.fill_(options.decay_temperature)
        trainer.step(batches, rate_at(options, step, share))
        if trainer.progress["step"] % options.log == 0:
            loss, pieces = trainer.read()
            now = time.time()
            trainer.progress["seconds"] = before + now - start
            say(step=trainer.progress["step"], seconds=round(trainer.progress["seconds"]), loss=round(loss, 3),
                pieces_per_second=round(pieces / (now - shown)), target_pieces=trainer.progress["target_pieces"])
            shown = now
        if not options.decay and time.time() - saved > options.save_every:
            trainer.save(last)
            saved = shown = time.time()
    trainer.read()
    trainer.progress["seconds"] = before + time.time() - start
    if not options.decay:
        trainer.save(last)
    trainer.use_average()
    save_weights(run, trainer.network.named_parameters())
    save_description(run, shape, trainer.progress | dict(decayed=options.decay))
    losses = trainer.development_losses(development)
    say(development=losses, step=trainer.progress["step"], decay=options.decay)
    save_description(run, shape, trainer.progress | dict(decayed=options.decay, development=losses))


def parser():
    p = argparse.ArgumentParser(prog="train", description=__doc__)
    p.add_argument("data", help="folder that `prepare` wrote")
    p.add_argument("run", help="folder for checkpoints, log and weights")
    p.add_argument("--seconds", type=float, help="how long to train in this run")
    p.add_argument("--steps", type=int, help="how many steps to train in this run")
    p.add_argument("--decay", type=float, nargs="?", const=1.0, metavar="SHARE",
                   help="let the rate fall to zero over this share of the run, from its end (default: all of it)")
    p.add_argument("--init", help="weights-f16.npz to start from where there is no last.pt; "
                                  "may have fewer encoder layers")
    p.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    p.add_argument("--width", type=int, default=384)
    p.add_argument("--inner", type=int, default=1536)
    p.add_argument("--heads", type=int, default=6)
    p.add_argument("--encoder-layers", type=int, default=6)
    p.add_argument("--decoder-layers", type=int, default=3)
    p.add_argument("--dropout", type=float, default=0.0)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--warmup", type=int, default=60, help="steps")
    p.add_argument("--match", type=float, default=Mixture.match, help="share of pairs shown with their match")
    p.add_argument("--cut", type=float, default=Mixture.cut,
                   help="share of pairs whose source is cut into pieces by chance")
    p.add_argument("--row", type=int, default=256, help="pieces in a row")
    p.add_argument("--rows", type=int, default=24, help="rows in a batch")
    p.add_argument("--accumulate", type=int, default=2, help="batches in a step")
    p.add_argument("--drawn", type=int, default=2048,
                   help="pieces drawn for the normaliser besides the targets; 0: the whole vocabulary")
    p.add_argument("--compile", action="store_true", help="let PyTorch compile the step (with --drawn 0)")
    p.add_argument("--temperature", type=float, default=1.0, help="above 1: pairs are drawn more evenly")
    p.add_argument("--decay-temperature", type=float, help="another temperature while the rate falls")
    p.add_argument("--workers", type=int, default=0, help="processes that prepare batches")
    p.add_argument("--log", type=int, default=10, help="steps between lines of the log")
    p.add_argument("--save-every", type=float, default=600, help="seconds between checkpoints")
    p.add_argument("--seed", type=int, default=1)
    return p


def main(arguments=None):
    p = parser()
    options = p.parse_args(arguments)
    if not options.seconds and not options.steps:
        p.error("say how long to train: --seconds or --steps")
    train(options)


if __name__ == "__main__":
    main()
