package orrery.ui.grid;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import orrery.ui.grid.out.Format;

/// Asks in which form and where to all rows are to be written, and shows how far that is.
public final class ExportCard extends VBox {
  private static final List<Format> FORMATS =
      List.of(Format.CSV, Format.JSON, Format.XLSX, Format.MARKDOWN, Format.INSERT);

  private final Exporting model;
  private final Runnable close;
  private final ToggleGroup formats = new ToggleGroup();
  private final TextField file = new TextField();
  private final Label said = new Label();
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Button start = new Button("Export");
  private final Button stop = new Button("Cancel");
  private Path folder = Path.of(System.getProperty("user.home"));

  /// Makes it.
  ///
  /// @param close puts it away
  public ExportCard(Exporting model, Runnable close) {
    this.model = model;
    this.close = close;
    setId("export");
    getStyleClass().addAll("overlay-card", "export-card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label title = new Label("Export all rows");
    title.getStyleClass().add("card-title");
    Label about =
        new Label("The columns that are shown, of every row of this chain, as they are read.");
    about.getStyleClass().add("card-foot");
    HBox row = new HBox();
    row.getStyleClass().add("export-formats");
    for (Format format : FORMATS) {
      ToggleButton button = new ToggleButton(format == Format.INSERT ? "SQL" : format.words());
      button.setId("export-" + format.name().toLowerCase(java.util.Locale.ROOT));
      button.setUserData(format);
      button.setToggleGroup(formats);
      row.getChildren().add(button);
      int at = FORMATS.indexOf(format);
      button
          .getStyleClass()
          .add(
              at == 0
                  ? Styles.LEFT_PILL
                  : at == FORMATS.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
    }
    formats.selectToggle(formats.getToggles().getFirst());
    formats
        .selectedToggleProperty()
        .subscribe((was, is) -> {
          if (is == null) {
            formats.selectToggle(was);
          } else {
            rename();
          }
        });
    file.setId("export-file");
    file.setAccessibleText("File");
    HBox.setHgrow(file, Priority.ALWAYS);
    Button choose = new Button("Choose…");
    choose.setOnAction(_ -> choose());
    HBox where = new HBox(file, choose);
    where.getStyleClass().add("export-where");
    said.setId("export-said");
    said.setWrapText(true);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("result-progress");
    start.setId("export-start");
    start.getStyleClass().add("accent");
    start.setDefaultButton(true);
    start.setOnAction(_ -> start());
    stop.setId("export-stop");
    stop.setOnAction(_ -> stop());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(space, stop, start);
    buttons.getStyleClass().add("export-where");
    getChildren().addAll(title, about, row, where, bar, said, buttons);
    model.stateProperty().subscribe(this::show);
  }

  /// Makes it ready for another export, and returns what takes the keyboard.
  public TextField begin() {
    model.clear();
    file.setText(folder.resolve(model.name(format())).toString());
    return file;
  }

  private Format format() {
    return formats.getSelectedToggle() != null
            && formats.getSelectedToggle().getUserData() instanceof Format format
        ? format
        : Format.CSV;
  }

  private void rename() {
    String name = file.getText().replaceFirst("\\.[a-z]{2,4}$", "");
    file.setText(name + "." + format().ending());
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export to");
    chooser.setInitialFileName(model.name(format()));
    File chosen = chooser.showSaveDialog(getScene().getWindow());
    if (chosen != null) {
      file.setText(chosen.getPath());
    }
  }

  private void start() {
    if (model.stateProperty().get() instanceof Exporting.State.Done) {
      close.run();
      return;
    }
    try {
      Path path = Path.of(file.getText().strip()).toAbsolutePath();
      if (path.getParent() != null) {
        folder = path.getParent();
      }
      model.start(format(), path);
    } catch (InvalidPathException wrong) {
      said.setText("This is no path of a file: " + wrong.getInput());
    }
  }

  private void stop() {
    if (model.stateProperty().get() instanceof Exporting.State.Running) {
      model.stop();
    } else {
      close.run();
    }
  }

  private void show(Exporting.State state) {
    boolean isRunning = state instanceof Exporting.State.Running;
    boolean isDone = state instanceof Exporting.State.Done;
    bar.setVisible(isRunning);
    start.setDisable(isRunning);
    start.setText(isDone ? "Close" : "Export");
    stop.setText(isRunning ? "Stop" : "Cancel");
    stop.setVisible(!isDone);
    said.setText(
        switch (state) {
          case Exporting.State.Idle() -> "";
          case Exporting.State.Running(long rows, long bytes) ->
              "%s, %s so far".formatted(Cells.count(rows, "row"), size(bytes));
          case Exporting.State.Done(Path at, long rows, long bytes) ->
              "%s, %s, are in %s".formatted(Cells.count(rows, "row"), size(bytes), at);
          case Exporting.State.Stopped() -> "Stopped; nothing was left behind.";
          case Exporting.State.Failed(orrery.ui.Trouble trouble) -> trouble.sentence();
        });
  }

  private static String size(long bytes) {
    return bytes < 10_000
        ? Cells.count(bytes, "byte")
        : bytes < 10_000_000
            ? "%,d KB".formatted(bytes / 1000)
            : "%,d MB".formatted(bytes / 1_000_000);
  }
}
