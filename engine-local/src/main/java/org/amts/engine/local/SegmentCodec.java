package org.amts.engine.local;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amts.engine.Example;
import org.amts.segment.Decades;
import org.amts.segment.Placeholder;
import org.amts.segment.Segment;

/**
 * The way from a segment's text to the model's ids and back. Immutable.
 *
 * <p>The model has a fixed number of placeholder symbols, and was trained with symbols drawn at
 * random for each sentence, so that it copies them and does not count. Here they are drawn by the
 * text's hash: a sentence always gets the same ones.
 */
final class SegmentCodec {

  /** Examples less similar than the lowest band are announced as if they were of it. */
  private static final int LOWEST_BAND = 5;

  private static final int HIGHEST_BAND = 9;

  /** White space as the training data was normalised: Unicode's, and four separators of ASCII. */
  private static final Pattern SPACES = Pattern.compile("[\\p{IsWhite_Space}\\x1c-\\x1f]+");

  /** Full-width letters, digits and those marks that are no markup in their usual width. */
  private static final Pattern FULL_WIDTH = Pattern.compile("[Ａ-Ｚａ-ｚ０-９－／＝＋％．＆＠]");

  private final ModelDescription model;
  private final Vocabulary vocabulary;
  private final Tokenizer tokenizer;

  /** Ids of the placeholder symbols. */
  private final int[] symbols;

  SegmentCodec(ModelDescription model, Vocabulary vocabulary, Tokenizer tokenizer) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.tokenizer = tokenizer;
    symbols = model.placeholders().stream().mapToInt(vocabulary::id).toArray();
  }

  /** The rules that exclude what makes answers to a source unusable. */
  List<TokenRule> rules(ModelInput source, Repetitions repetitions) {
    return List.of(
        repetitions.rule(),
        new ByteRule(vocabulary, source),
        new PlaceholderRule(source.symbols(), symbols, model.tokens().end()));
  }

  /**
   * Encodes a text.
   *
   * @param marked the text, with the marks of its placeholders
   * @param target the language to translate into
   * @return nothing if the text is too long for the model, or has too many placeholders
   */
  Optional<ModelInput> encode(String marked, String target) {
    return encode(marked, target, Map.of());
  }

  /**
   * Encodes a text some of whose placeholders already have symbols, since another text has them.
   *
   * @param known number of the placeholder that a symbol stands for, by the symbol's id; the
   *     input's own numbers have these among them
   */
  Optional<ModelInput> encode(String marked, String target, Map<Integer, Integer> known) {
    String text =
        SPACES.matcher(Normalizer.normalize(marked, Normalizer.Form.NFC)).replaceAll(" ").strip();
    List<Integer> numbers = Placeholder.numbersIn(text);
    Map<Integer, Integer> symbolOf = new HashMap<>();
    List<Integer> order = drawnSymbols(text);
    for (int index = 0; index < symbols.length; index++) {
      Integer number = known.get(symbols[index]);
      if (number != null) {
        symbolOf.put(number, index);
        order.remove(Integer.valueOf(index));
      }
    }
    for (int number : numbers) {
      if (!symbolOf.containsKey(number)) {
        if (order.isEmpty()) {
          return Optional.empty();
        }
        symbolOf.put(number, order.remove(0));
      }
    }
    String withSymbols =
        Placeholder.marksIn(withoutSymbols(text))
            .replaceAll(
                mark -> model.placeholders().get(symbolOf.get(Integer.parseInt(mark.group(1)))));
    int[] pieces = tokenizer.encode(Decades.namedByYear(inUsualWidth(withSymbols)));
    if (pieces.length + 1 > model.maxPieces()) {
      return Optional.empty();
    }
    int[] ids = new int[pieces.length + 2];
    ids[0] = vocabulary.id(model.tags().get(target));
    System.arraycopy(pieces, 0, ids, 1, pieces.length);
    ids[ids.length - 1] = model.tokens().end();
    Map<Integer, Integer> numberOf = new HashMap<>();
    symbolOf.forEach((number, index) -> numberOf.put(symbols[index], number));
    Map<Integer, Integer> counts = new HashMap<>();
    numbers.forEach(number -> counts.merge(symbols[symbolOf.get(number)], 1, Integer::sum));
    return Optional.of(
        new ModelInput(text, ids, ids.length, Map.copyOf(numberOf), Map.copyOf(counts)));
  }

  /**
   * The pieces of a translation of the text of an input, with the same symbols.
   *
   * @param marked with the marks of the input's text and no others
   */
  int[] translation(ModelInput input, String marked) {
    Map<Integer, String> symbolOf = new HashMap<>();
    input.numbers().forEach((symbol, number) -> symbolOf.put(number, vocabulary.text(symbol)));
    return tokenizer.encode(withSymbols(marked, symbolOf));
  }

  /**
   * The pieces of an example's translation beside another text. Its placeholders take the symbols
   * of those of the text that stand for the same; the others take symbols that the text does not
   * have.
   *
   * @param input the text
   * @param segment the text with its placeholders
   */
  int[] beside(ModelInput input, Segment segment, Example example) {
    Map<String, String> known = new HashMap<>();
    input
        .numbers()
        .forEach(
            (symbol, number) ->
                known.put(segment.placeholders().get(number).original(), vocabulary.text(symbol)));
    List<String> free = new ArrayList<>();
    for (int index : drawnSymbols(input.text())) {
      if (!input.numbers().containsKey(symbols[index])) {
        free.add(model.placeholders().get(index));
      }
    }
    Map<Integer, String> symbolOf = new HashMap<>();
    for (int number : Placeholder.numbersIn(example.target())) {
      if (!symbolOf.containsKey(number)) {
        String original = example.source().placeholders().get(number).original();
        String symbol = known.get(original);
        symbolOf.put(number, symbol != null ? symbol : free.isEmpty() ? "" : free.remove(0));
      }
    }
    return tokenizer.encode(withSymbols(example.target(), symbolOf));
  }

  /** Whether a token stands for a protected span. */
  boolean isPlaceholder(int token) {
    return Arrays.stream(symbols).anyMatch(symbol -> symbol == token);
  }

  /**
   * An input with an example's translation beside it.
   *
   * @param pieces of the translation, from {@link #beside}
   * @param score how similar the example's source is, 0..1
   * @return the input as it was if it would get too long, or if the model knows no examples
   */
  ModelInput announcing(ModelInput input, int[] pieces, double score) {
    int tenths = Math.min(HIGHEST_BAND, Math.max(LOWEST_BAND, (int) (score * 10)));
    OptionalInt band = vocabulary.find("<fm" + tenths + ">");
    if (band.isEmpty() || input.ids().length + pieces.length + 1 > longest()) {
      return input;
    }
    int[] announced = new int[pieces.length + 1];
    announced[0] = band.getAsInt();
    System.arraycopy(pieces, 0, announced, 1, pieces.length);
    return input.plus(announced);
  }

  /** The pieces of plain words on their own. */
  int[] pieces(String text) {
    return tokenizer.encode(withoutSymbols(Normalizer.normalize(text, Normalizer.Form.NFC)));
  }

  /** The model's pieces. */
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The longest input in pieces. */
  int longest() {
    return model.maxPieces() + 1;
  }

  /**
   * A source with full-width characters that the vocabulary would spell in bytes in their usual
   * width: the network does not take three bytes for a hyphen.
   */
  private String inUsualWidth(String text) {
    return FULL_WIDTH
        .matcher(text)
        .replaceAll(
            wide ->
                vocabulary.spells(wide.group().charAt(0))
                    ? wide.group()
                    : Normalizer.normalize(wide.group(), Normalizer.Form.NFKC));
  }

  private String withSymbols(String marked, Map<Integer, String> symbolOf) {
    String text =
        SPACES.matcher(Normalizer.normalize(marked, Normalizer.Form.NFC)).replaceAll(" ").strip();
    return Placeholder.marksIn(withoutSymbols(text))
        .replaceAll(
            mark ->
                Matcher.quoteReplacement(
                    symbolOf.getOrDefault(Integer.parseInt(mark.group(1)), "")));
  }

  /** The text of an answer, with the marks of the placeholders of its source. */
  String decode(ModelInput source, int[] tokens) {
    String text = vocabulary.decode(tokens);
    for (int i = 0; i < symbols.length; i++) {
      Integer number = source.numbers().get(symbols[i]);
      if (number != null) {
        text = text.replace(model.placeholders().get(i), Placeholder.mark(number));
      }
    }
    return text;
  }

  /** Indices of the placeholder symbols in the order in which this text takes them. */
  private List<Integer> drawnSymbols(String text) {
    List<Integer> order = new ArrayList<>();
    // Both the hash of a string and this generator are specified: the same on every platform.
    Random random = new Random(text.hashCode());
    for (int i = 0; i < symbols.length; i++) {
      order.add(random.nextInt(i + 1), i);
    }
    return order;
  }

  /** Breaks up what would be read as one of the model's symbols but is text. */
  private String withoutSymbols(String text) {
    String plain = text;
    for (String symbol : vocabulary.symbols()) {
      plain = plain.replace(symbol, symbol.charAt(0) + " " + symbol.substring(1));
    }
    return plain;
  }
}
