package org.amts.server.jobs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.amts.server.s3.ObjectStore;
import org.amts.server.store.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Does the documents of jobs. Some jobs are in work at the same time, and in turn each of them
 * gives one document to a thread that is free: a small job is not held up by a large one. Memory
 * holds the next documents of each job and no more; what is done is in the database, so a new
 * process goes on where this one ends.
 */
final class JobScheduler implements AutoCloseable {

  /** As of Amazon's limits. */
  private static final int MOST_JOBS = 10;

  private static final int DOCUMENTS_AT_ONCE = 200;

  /**
   * Bytes of documents that are in work together however many they are: small ones share the
   * engine, and whoever waits for a single sentence waits for no more than them.
   */
  private static final long SMALL_TOGETHER = 32L << 10;

  private static final int MOST_SMALL = 16;

  private static final long MILLIS_BETWEEN_TRIES = 1000;
  private static final int SECONDS_TO_END = 5;
  private static final int SECONDS_TO_BREAK_OFF = 60;

  private final JobStore store;
  private final ObjectStore objects;
  private final DocumentWork work;
  private final List<Thread> threads = new ArrayList<>();

  /** Jobs that wait, and those in work in the order of their turns; both guarded by this. */
  private final Deque<String> waiting = new ArrayDeque<>();

  private final Map<String, ActiveJob> active = new LinkedHashMap<>();
  private int atLeast;
  private int inWork;
  private long bytesInWork;
  private boolean closed;

  JobScheduler(JobStore store, ObjectStore objects, DocumentWork work) {
    this.store = store;
    this.objects = objects;
    this.work = work;
  }

  /** A job in work. */
  private static final class ActiveJob {

    private final Job job;
    private final Deque<JobDocument> next = new ArrayDeque<>();
    private int last = -1;
    private boolean exhausted;
    private boolean stopped;
    private int inWork;

    ActiveJob(Job job) {
      this.job = job;
    }

    boolean isDone() {
      return inWork == 0 && (stopped || exhausted && next.isEmpty());
    }
  }

  /** A document whose turn it is; without one, the job is to be finished. */
  private record Turn(ActiveJob job, @Nullable JobDocument document) {}

  /**
   * Starts threads, and goes on with the jobs that an earlier process has left.
   *
   * @param documents in work at the same time; more if they are small
   */
  void start(int documents) {
    atLeast = documents;
    waiting.addAll(store.unfinished());
    for (int i = 0; i < Math.max(MOST_SMALL, documents); i++) {
      Thread thread = new Thread(this::run, "jobs-" + (i + 1));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** Adds a job that is in the database. */
  synchronized void add(String id) {
    waiting.add(id);
    notifyAll();
  }

  /** Gives no more documents of a job to threads. */
  synchronized void stop(String id) {
    ActiveJob job = active.get(id);
    if (job != null) {
      job.stopped = true;
      notifyAll();
    }
  }

  private void run() {
    while (true) {
      try {
        Turn turn = take();
        if (turn.document == null) {
          persistently(() -> finish(turn.job));
        } else {
          translate(turn.job, turn.document);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Does something with the database until it succeeds: it may come back. */
  private void persistently(Runnable work) throws InterruptedException {
    while (true) {
      try {
        work.run();
        return;
      } catch (DatabaseException e) {
        synchronized (this) {
          if (closed) {
            throw new InterruptedException();
          }
          wait(MILLIS_BETWEEN_TRIES);
        }
      }
    }
  }

  /** Waits for a document, or a job that is to be finished. */
  private Turn take() throws InterruptedException {
    while (true) {
      String toBegin;
      synchronized (this) {
        if (closed) {
          throw new InterruptedException();
        }
        // A job that waits is begun first, so that it takes its turns beside those in work.
        if (active.size() >= MOST_JOBS || waiting.isEmpty()) {
          try {
            Optional<Turn> turn = nextTurn();
            if (turn.isPresent()) {
              return turn.get();
            }
            wait();
          } catch (DatabaseException e) {
            wait(MILLIS_BETWEEN_TRIES);
          }
          continue;
        }
        toBegin = waiting.remove();
      }
      persistently(() -> begin(toBegin));
    }
  }

  private Optional<Turn> nextTurn() {
    Iterator<Map.Entry<String, ActiveJob>> jobs = active.entrySet().iterator();
    while (jobs.hasNext()) {
      Map.Entry<String, ActiveJob> entry = jobs.next();
      ActiveJob job = entry.getValue();
      if (!job.stopped && job.next.isEmpty() && !job.exhausted) {
        List<JobDocument> more = store.open(job.job.id(), job.last, DOCUMENTS_AT_ONCE);
        job.next.addAll(more);
        job.exhausted = more.size() < DOCUMENTS_AT_ONCE;
        job.last = more.isEmpty() ? job.last : more.get(more.size() - 1).number();
      }
      if (job.isDone()) {
        jobs.remove();
        return Optional.of(new Turn(job, null));
      }
      if (!job.stopped && !job.next.isEmpty() && fits(job.next.element())) {
        // To the end of the line.
        jobs.remove();
        active.put(entry.getKey(), job);
        job.inWork++;
        JobDocument document = job.next.remove();
        inWork++;
        bytesInWork += document.bytes();
        return Optional.of(new Turn(job, document));
      }
    }
    return Optional.empty();
  }

  private boolean fits(JobDocument document) {
    return inWork < atLeast || bytesInWork + document.bytes() <= SMALL_TOGETHER;
  }

  private void begin(String id) {
    Optional<Job> found = store.find(id);
    if (found.isEmpty()) {
      return;
    }
    Job job = found.get();
    if (job.status() == JobStatus.SUBMITTED) {
      try {
        store.begin(id, JobPlan.of(job, objects));
      } catch (JobPlan.Impossible e) {
        fail(id, String.valueOf(e.getMessage()));
      } catch (IOException | RuntimeException e) {
        fail(id, "the input folder cannot be read: " + e.getClass().getSimpleName());
      }
      job = store.find(id).orElse(job);
    } else {
      tidy(job);
    }
    synchronized (this) {
      ActiveJob begun = new ActiveJob(job);
      begun.stopped = job.status() != JobStatus.IN_PROGRESS;
      active.put(id, begun);
      notifyAll();
    }
  }

  /** Another process had this job in work, and may have been killed. */
  private void tidy(Job job) {
    try {
      HalfWritten.remove(job, objects, store);
    } catch (IOException e) {
      // The bucket may be gone; each document will say so.
    }
  }

  private void fail(String id, String why) {
    store.move(id, List.of(JobStatus.SUBMITTED), JobStatus.FAILED, why);
  }

  private void translate(ActiveJob job, JobDocument document) throws InterruptedException {
    DocumentWork.Result result = work.run(job.job, document);
    boolean interrupted;
    synchronized (this) {
      // What fails because the server ends is done by the next one.
      interrupted = closed && result.outcome() == JobDocument.Outcome.SERVER_ERROR;
    }
    if (!interrupted) {
      persistently(
          () ->
              store.end(
                  job.job.id(),
                  document.number(),
                  result.outcome(),
                  result.characters(),
                  result.detail()));
    }
    synchronized (this) {
      job.inWork--;
      inWork--;
      bytesInWork -= document.bytes();
      notifyAll();
    }
  }

  private void finish(ActiveJob active) {
    store.count(active.job.id());
    Job job = store.find(active.job.id()).orElse(active.job);
    if (job.status() != JobStatus.IN_PROGRESS && job.status() != JobStatus.STOP_REQUESTED) {
      return;
    }
    boolean complete = job.documents() > 0 && job.translated() + job.failed() == job.documents();
    try {
      for (String target : job.request().targetLanguageCodes()) {
        objects.write(
            job.output().resolve(JobReport.key(target)),
            JobReport.of(job, target, store),
            "application/json");
      }
    } catch (IOException e) {
      store.move(
          job.id(),
          List.of(job.status()),
          JobStatus.FAILED,
          "the report cannot be written to " + job.output());
      return;
    }
    JobStatus status;
    String message;
    if (!complete) {
      status = JobStatus.STOPPED;
      message = "The job was stopped.";
    } else if (job.failed() == 0) {
      status = JobStatus.COMPLETED;
      message = "Your job has completed successfully.";
    } else {
      status = job.translated() == 0 ? JobStatus.FAILED : JobStatus.COMPLETED_WITH_ERROR;
      message =
          job.failed() + " of " + job.documents() + " documents have errors; details/ says which.";
    }
    store.move(job.id(), List.of(JobStatus.IN_PROGRESS, JobStatus.STOP_REQUESTED), status, message);
  }

  /** Gives documents that have begun some time; the next process does the others. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    join(SECONDS_TO_END);
    threads.forEach(Thread::interrupt);
    join(SECONDS_TO_BREAK_OFF);
  }

  private void join(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
