package orrery.orm;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import orrery.orm.db.Settings;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.staged.Originals;
import orrery.orm.staged.Staged;

/// A program that saves a change to each row of a table, and at one statement says so and waits to
/// be killed.
public final class SavingProcess {

  private SavingProcess() {}

  /// Saves.
  ///
  /// @param args the path of the file; after which update to wait, or 0 for after the transaction
  public static void main(String[] args) throws IOException {
    int stop = Integer.parseInt(args[1]);
    AtomicInteger updates = new AtomicInteger();
    try (OpenDatabase open = OpenDatabase.open(Settings.of(args[0]).writable())) {
      Field words =
          open.models().get("Page").localFields().stream()
              .filter(field -> field.name().equals("words"))
              .findFirst()
              .orElseThrow();
      Staged staged = Staged.of("Page");
      for (Instance page : open.orm().objects("Page").all()) {
        staged = staged.set(Originals.of(page), words, "after " + "y".repeat(2000));
      }
      open.log()
          .listen(entry -> {
            boolean isUpdate = entry.sql().text().startsWith("UPDATE");
            if (isUpdate && updates.incrementAndGet() == stop) {
              waitForTheEnd();
            }
          });
      new Staging(open.orm()).save(staged);
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() {
    System.out.println("here");
    System.out.flush();
    try {
      // Whoever started this never writes.
      int read = System.in.read();
      throw new IllegalStateException("Not killed, but told " + read);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
