package org.amts.server.engines;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.amts.engine.AdaptedEngine;
import org.jspecify.annotations.Nullable;

/**
 * Keeps adapted engines for as long as they are used, and the latest ones longer. Each is made
 * once, while others who want it wait. Safe for use by many threads.
 */
final class AdaptedEngines implements AutoCloseable {

  private final int most;
  private final Map<Object, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most how many are kept that nobody uses
   */
  AdaptedEngines(int most) {
    this.most = most;
  }

  /** An engine and how many use it. */
  private static final class Entry {

    private @Nullable AdaptedEngine engine;
    private int leases;

    /** Nobody finds it any more; whoever uses it last closes it. */
    private boolean evicted;
  }

  /** The use of an engine. */
  final class Lease implements AutoCloseable {

    private final Entry entry;
    private boolean closed;

    private Lease(Entry entry) {
      this.entry = entry;
    }

    AdaptedEngine engine() {
      return Objects.requireNonNull(entry.engine);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        release(entry);
      }
    }
  }

  /**
   * The engine of a key.
   *
   * @param maker makes it, if nobody has
   */
  Lease acquire(Object key, Supplier<AdaptedEngine> maker) {
    Entry entry;
    synchronized (entries) {
      entry = entries.computeIfAbsent(key, absent -> new Entry());
      entry.leases++;
    }
    try {
      synchronized (entry) {
        if (entry.engine == null) {
          entry.engine = maker.get();
        }
      }
      return new Lease(entry);
    } catch (RuntimeException | Error e) {
      synchronized (entries) {
        entry.leases--;
        if (entry.leases == 0) {
          entries.remove(key, entry);
        }
      }
      throw e;
    }
  }

  private void release(Entry released) {
    List<AdaptedEngine> unused = new ArrayList<>();
    synchronized (entries) {
      released.leases--;
      if (released.evicted && released.leases == 0 && released.engine != null) {
        unused.add(released.engine);
      }
      Iterator<Entry> oldestFirst = entries.values().iterator();
      while (entries.size() > most && oldestFirst.hasNext()) {
        Entry entry = oldestFirst.next();
        if (entry.leases == 0) {
          oldestFirst.remove();
          if (entry.engine != null) {
            unused.add(entry.engine);
          }
        }
      }
    }
    unused.forEach(AdaptedEngine::close);
  }

  /**
   * Gives up engines.
   *
   * @param which keys
   * @return whether none of them is in use
   */
  boolean evict(Predicate<Object> which) {
    List<AdaptedEngine> unused = new ArrayList<>();
    boolean inUse = false;
    synchronized (entries) {
      Iterator<Map.Entry<Object, Entry>> all = entries.entrySet().iterator();
      while (all.hasNext()) {
        Map.Entry<Object, Entry> each = all.next();
        if (which.test(each.getKey())) {
          all.remove();
          each.getValue().evicted = true;
          inUse |= each.getValue().leases > 0;
          if (each.getValue().leases == 0 && each.getValue().engine != null) {
            unused.add(each.getValue().engine);
          }
        }
      }
    }
    unused.forEach(AdaptedEngine::close);
    return !inUse;
  }

  /** Closes all; nobody may use one any more. */
  @Override
  public void close() {
    synchronized (entries) {
      for (Entry entry : entries.values()) {
        if (entry.engine != null) {
          entry.engine.close();
        }
      }
      entries.clear();
    }
  }
}
