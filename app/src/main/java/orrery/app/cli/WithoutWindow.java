package orrery.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import orrery.assets.Assets;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.db.Action;
import orrery.orm.db.QueryLog;
import orrery.orm.query.Chain;

/// The program where no window can open: it does its main job in the terminal, on the sample.
public final class WithoutWindow {

  private static final int WIDTH = 100;

  private final PrintStream out;

  /// Makes it.
  public WithoutWindow(PrintStream out) {
    this.out = out;
  }

  /// Asks the sample its first saved query, and shows the chain, the rows, each statement and their
  /// number.
  ///
  /// @throws IOException where the sample's queries cannot be read
  /// @throws orrery.orm.error.OrmError where the sample cannot be made or asked
  public int run() throws IOException {
    SavedQuery query = SavedQuery.all(Assets.sampleQueries()).getFirst();
    Chain chain = Parser.parse(query.chain()).chain();
    PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    writer.println(query.name() + " — " + query.about());
    writer.println();
    writer.println(Printer.pretty(chain, WIDTH));
    writer.println();
    try (OpenDatabase open = OpenDatabase.open(Location.of("sample"), false);
        QueryLog.Capture sent = open.log().capture()) {
      Result result = new Action(query.name()).call(() -> open.runner().run(chain));
      new TableAnswer(writer).write(List.of(result).iterator(), sent::entries);
    }
    writer.println();
    writer.println(
        "A window needs a display, and there is none here; `orrery tour <directory>` pictures it.");
    writer.flush();
    return Failure.DONE;
  }
}
