package orrery.ui.grid;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import orrery.orm.Parts;
import orrery.orm.db.Action;
import orrery.ui.Trouble;
import orrery.ui.grid.out.Format;
import orrery.ui.grid.out.RowWriter;
import orrery.ui.grid.out.Table;
import orrery.ui.task.Signal;
import orrery.ui.task.Tasks;

/// Writes all rows of the result to a file, as they are read. The file is there when it is whole:
/// until then, and when it is stopped, what is written is beside it and goes. Belongs to the
/// window's thread.
public final class Exporting {
  private final GridViewModel grid;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Tasks.@Nullable Running running;

  Exporting(GridViewModel grid, Tasks tasks) {
    this.grid = grid;
    this.tasks = tasks;
  }

  /// Where an export stands.
  public sealed interface State {

    /// None was begun.
    record Idle() implements State {}

    /// It is being written.
    record Running(long rows, long bytes) implements State {}

    /// It is there.
    record Done(Path file, long rows, long bytes) implements State {}

    /// It was stopped, and nothing is left of it.
    record Stopped() implements State {}

    /// It failed, and nothing is left of it.
    record Failed(Trouble trouble) implements State {}
  }

  /// Where the export stands.
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Returns a name for the file of the result, without its folder.
  public String name(Format format) {
    Sheet of = grid.sheet();
    String model = of == null ? "rows" : of.answer().chain().query().model();
    return model.toLowerCase(Locale.ROOT) + "." + format.ending();
  }

  /// Starts to write the columns that are shown, of all rows.
  public void start(Format format, Path file) {
    Sheet of = grid.sheet();
    if (of == null || state.get() instanceof State.Running) {
      return;
    }
    int own = of.maker().columns().size();
    List<Integer> shown = grid.selection().order().stream().filter(i -> i < own).toList();
    List<Integer> columns = of.written(shown, format);
    Table table = of.table(columns, format);
    state.set(new State.Running(0, 0));
    running =
        tasks.start(
            signal -> {
              Action action = new Action("Export to " + file.getFileName());
              signal.onCancel(action::stop);
              return action.call(() -> write(of, format, table, columns, file, signal));
            },
            done -> state.set(done),
            error -> state.set(new State.Failed(Trouble.of(error))));
  }

  /// Stops it; nothing is left of it.
  public void stop() {
    if (running != null && state.get() instanceof State.Running) {
      running.cancel();
      state.set(new State.Stopped());
    }
  }

  /// Forgets the last export.
  public void clear() {
    stop();
    state.set(new State.Idle());
  }

  private State.Done write(
      Sheet of, Format format, Table table, List<Integer> columns, Path file, Signal signal)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    boolean isWhole = false;
    try {
      long rows = 0;
      Counting out = new Counting(new BufferedOutputStream(Files.newOutputStream(part)));
      try (RowWriter writer = format.write(out, table);
          Parts parts = of.database().runner().parts(of.answer().sent())) {
        while (parts.hasNext() && !signal.isCancelled()) {
          for (List<@Nullable Object> row : of.maker().values(parts.next())) {
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            columns.forEach(column -> values.add(row.get(column)));
            writer.row(values);
            rows++;
          }
          State.Running at = new State.Running(rows, out.count);
          tasks.later(() -> say(at));
        }
      }
      if (!signal.isCancelled()) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        isWhole = true;
      }
      return new State.Done(target, rows, out.count);
    } finally {
      if (!isWhole) {
        Files.deleteIfExists(part);
      }
    }
  }

  private void say(State.Running at) {
    if (state.get() instanceof State.Running) {
      state.set(at);
    }
  }

  /// Counts the bytes that go through.
  private static final class Counting extends OutputStream {
    private final OutputStream out;
    private long count;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
