package orrery.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// What a loaded row of the wide table weighs: the heap that a million objects hold, beside the
/// records of a careful hand. Run by itself: `bench/run memory`.
public final class Memory {

  private Memory() {}

  /// What loads all rows.
  private interface Loading {
    List<?> rows() throws SQLException;
  }

  /// Prints the bytes of a row on both sides.
  public static void main(String[] args) throws SQLException {
    Reading reading = new Reading();
    reading.open();
    try {
      double records = bytes(reading::scanJdbc);
      double objects = bytes(reading::scanOrm);
      System.out.printf(
          Locale.ROOT,
          "bytes a row: objects %.0f, records %.0f, ratio %.2f%n",
          objects,
          records,
          objects / records);
    } finally {
      reading.close();
    }
  }

  private static double bytes(Loading loading) throws SQLException {
    long before = used();
    List<?> rows = loading.rows();
    long after = used();
    return (after - before) / (double) rows.size();
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    // What is garbage is gone once a collection finds nothing more.
    while (true) {
      System.gc();
      long now = runtime.totalMemory() - runtime.freeMemory();
      if (now >= used) {
        return used;
      }
      used = now;
    }
  }
}
