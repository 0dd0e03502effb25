package orrery.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import orrery.ui.chart.ChartCommands;
import orrery.ui.chart.ChartFiles;
import orrery.ui.chart.ChartView;
import orrery.ui.command.Command;
import orrery.ui.kit.Icons;
import orrery.ui.kit.Toasts;

/// Keeps charts: asks where, writes them there, and says so.
final class ChartKeeper implements ChartCommands.Keeper {
  private final Toasts toasts;
  private final ChartFiles files = new ChartFiles();
  private @Nullable ChartView chart;

  ChartKeeper(Toasts toasts) {
    this.toasts = toasts;
  }

  /// Sets the chart that is kept.
  void keep(ChartView view) {
    chart = view;
  }

  /// Returns a button whose menu has the commands that keep a chart.
  MenuButton button(List<Command> commands) {
    return ChartView.keepButton(
        commands.stream()
            .filter(
                command -> List.of("chart.png", "chart.svg", "chart.copy").contains(command.id()))
            .map(ChartKeeper::item)
            .toArray(MenuItem[]::new));
  }

  private static MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.words());
    item.setOnAction(_ -> command.run());
    command.icon().ifPresent(icon -> item.setGraphic(Icons.of(icon)));
    return item;
  }

  @Override
  public void save(String ending) {
    if (chart != null) {
      files.choose(chart.getScene().getWindow(), chart.name(), ending).ifPresent(this::save);
    }
  }

  private void save(Path file) {
    if (chart != null) {
      chart.save(
          file,
          saved -> toasts.show(Toasts.Tone.DONE, "Saved " + saved.getFileName() + "."),
          error ->
              toasts.show(
                  Toasts.Tone.FAILED,
                  "The chart could not be saved. " + Trouble.of(error).sentence()));
    }
  }

  @Override
  public void copy() {
    if (chart != null) {
      chart.copy();
      toasts.show(Toasts.Tone.DONE, "The chart is on the clipboard.");
    }
  }
}
