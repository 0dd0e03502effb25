package orrery.ui.chart;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.Trouble;
import orrery.ui.kit.EmptyState;
import orrery.ui.kit.Icons;
import orrery.ui.kit.Png;
import orrery.ui.task.Tasks;

/// The chart of a result: above it what is drawn and of which columns, at the right how to keep it.
public final class ChartView extends VBox {
  /// A width in which the kinds have room for their icons only.
  private static final double NARROW = 860;

  private final ChartViewModel model;
  private final Tasks tasks;
  private final ChartCanvas canvas = new ChartCanvas();
  private final EmptyState empty = new EmptyState("fth-bar-chart-2", "", "");
  private final ComboBox<String> across = new ComboBox<>();
  private final MenuButton up = new MenuButton();
  private final ComboBox<String> split = new ComboBox<>();
  private final HBox splitBox;
  private final HBox upBox;
  private boolean isFilling;

  /// Makes it.
  ///
  /// @param tasks what writes files
  /// @param tools buttons at the right, such as for saving
  public ChartView(ChartViewModel model, Tasks tasks, Node... tools) {
    this.model = model;
    this.tasks = tasks;
    getStyleClass().add("chart-view");
    HBox kinds = new HBox();
    kinds.getStyleClass().add("chart-kinds");
    kinds.setAlignment(Pos.CENTER_LEFT);
    for (ChartKind kind : ChartKind.values()) {
      ToggleButton button = kindButton(kind);
      button
          .getStyleClass()
          .add(
              switch (kind) {
                case BAR -> Styles.LEFT_PILL;
                case LINE, SCATTER -> Styles.CENTER_PILL;
                case HISTOGRAM -> Styles.RIGHT_PILL;
              });
      kinds.getChildren().add(button);
    }
    across.setId("chart-across");
    up.setId("chart-up");
    split.setId("chart-split");
    across.setMinWidth(60);
    split.setMinWidth(60);
    up.setMinWidth(USE_PREF_SIZE);
    up.setPrefWidth(USE_COMPUTED_SIZE);
    up.setMaxWidth(170);
    up.setMnemonicParsing(false);
    chosen(across, model::across);
    chosen(split, at -> model.split(splitColumn(at)));
    upBox = labelled("Height", up);
    splitBox = labelled("Series", split);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(kinds, labelled("Along", across), upBox, splitBox, space);
    line.getChildren().addAll(tools);
    line.getStyleClass().add("chart-tools");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    StackPane body = new StackPane(canvas, empty);
    body.setMinSize(0, 0);
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(line, body);
    line.visibleProperty().bind(Bindings.isNotNull(model.choiceProperty()));
    line.managedProperty().bind(line.visibleProperty());
    model.figureProperty().subscribe(this::draw);
    model.choiceProperty().subscribe(_ -> fill());
    model.columnsProperty().subscribe(_ -> fill());
    model.stateProperty().subscribe(this::say);
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return canvas;
  }

  /// Returns a name for a file of the chart, without its end: `revenue by country`.
  public String name() {
    Figure figure = model.figureProperty().get();
    return figure == null
        ? "chart"
        : (figure.up() + " by " + figure.across()).replaceAll("[^\\p{L}\\p{N} _-]", "_");
  }

  /// Writes the chart as a PNG or, where the name ends so, an SVG file.
  public void save(Path file, Consumer<Path> done, Consumer<Throwable> failed) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      String svg = canvas.svg();
      write(file, () -> Files.writeString(file, svg), done, failed);
      return;
    }
    WritableImage image = canvas.image();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    write(file, () -> Png.write(file, width, height, pixels), done, failed);
  }

  /// Puts the chart on the clipboard, as an image.
  public void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(canvas.image());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Something that writes a file.
  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private void write(Path file, Writing writing, Consumer<Path> done, Consumer<Throwable> failed) {
    tasks.start(
        _ -> {
          writing.write();
          return file;
        },
        done,
        failed);
  }

  private ToggleButton kindButton(ChartKind kind) {
    ToggleButton button = new ToggleButton(kind.words(), Icons.of(kind.icon()));
    button.setId("chart-kind-" + kind.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().addAll("small", "chart-kind");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip("Draw " + kind.words().toLowerCase(Locale.ROOT)));
    button.setAccessibleText(kind.words());
    button
        .contentDisplayProperty()
        .bind(
            Bindings.when(widthProperty().lessThan(NARROW))
                .then(ContentDisplay.GRAPHIC_ONLY)
                .otherwise(ContentDisplay.LEFT));
    button.setOnAction(_ -> {
      model.kind(kind);
      show(button, kind);
    });
    model.choiceProperty().subscribe(_ -> show(button, kind));
    return button;
  }

  // A chosen kind stays chosen when it is pressed again.
  private void show(ToggleButton button, ChartKind kind) {
    ChartChoice now = model.choiceProperty().get();
    button.setSelected(now != null && now.kind() == kind);
    button.setDisable(!model.can(kind));
  }

  private static HBox labelled(String words, Node node) {
    Label label = new Label(words);
    label.getStyleClass().add("chart-label");
    label.setLabelFor(node);
    label.setMinWidth(USE_PREF_SIZE);
    node.setAccessibleHelp(words);
    HBox box = new HBox(label, node);
    box.getStyleClass().add("chart-picker");
    box.setAlignment(Pos.CENTER_LEFT);
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private void chosen(ComboBox<String> box, IntConsumer taker) {
    box.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, at) -> {
          if (!isFilling && at.intValue() >= 0) {
            taker.accept(at.intValue());
          }
        });
  }

  private void fill() {
    ChartChoice now = model.choiceProperty().get();
    List<ChartColumn> columns = model.columnsProperty().get();
    if (now == null || isFilling) {
      return;
    }
    isFilling = true;
    try {
      List<String> names = columns.stream().map(ChartColumn::name).toList();
      set(across, names, now.x());
      List<String> splits = new java.util.ArrayList<>(List.of("none"));
      splitColumns().forEach(at -> splits.add(names.get(at)));
      set(split, splits, now.split() < 0 ? 0 : splitColumns().indexOf(now.split()) + 1);
      boolean isHistogram = now.kind() == ChartKind.HISTOGRAM;
      splitBox.setVisible(!isHistogram && splits.size() > 1);
      upBox.setVisible(!isHistogram);
      fillUp(now, columns);
    } finally {
      isFilling = false;
    }
  }

  private void fillUp(ChartChoice now, List<ChartColumn> columns) {
    up.getItems().clear();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isNumber()) {
        upItem(columns.get(i).name(), i, now, words);
      }
    }
    if (now.kind() != ChartKind.SCATTER) {
      upItem("number of rows", ChartChoice.ROWS, now, words);
    }
    up.setText(words.length() > 24 ? now.ys().size() + " columns" : words.toString());
  }

  private void upItem(String name, int column, ChartChoice now, StringBuilder words) {
    CheckMenuItem item = new CheckMenuItem(name);
    item.setMnemonicParsing(false);
    boolean isChosen = now.ys().contains(column);
    item.setSelected(isChosen);
    item.setOnAction(_ -> {
      model.up(column);
      // The last one stays, whatever the menu thinks.
      fill();
    });
    up.getItems().add(item);
    if (isChosen) {
      words.append(words.isEmpty() ? "" : ", ").append(name);
    }
  }

  private static void set(ComboBox<String> box, List<String> items, int chosen) {
    if (!box.getItems().equals(items)) {
      box.getItems().setAll(items);
    }
    box.getSelectionModel().select(chosen);
  }

  private List<Integer> splitColumns() {
    List<ChartColumn> columns = model.columnsProperty().get();
    return java.util.stream.IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).nature() == ChartColumn.Nature.TEXT)
        .boxed()
        .toList();
  }

  private int splitColumn(int at) {
    return at <= 0 ? ChartChoice.NONE : splitColumns().get(at - 1);
  }

  private void draw(@Nullable Figure figure) {
    canvas.show(figure);
  }

  private void say(ChartState state) {
    Trouble trouble = model.troubleProperty().get();
    boolean isEmpty = !state.title().isEmpty();
    empty.setVisible(isEmpty);
    canvas.setVisible(!isEmpty);
    if (isEmpty) {
      empty.say(
          state.title(),
          state == ChartState.FAILED && trouble != null
              ? Objects.requireNonNull(trouble).sentence()
              : state.words());
    }
  }

  /// Returns a button that saves and copies, with the commands as its menu.
  public static MenuButton keepButton(MenuItem... items) {
    MenuButton button = new MenuButton("", Icons.of("fth-download"), items);
    button.setTooltip(new Tooltip("Save or copy the chart"));
    button.setAccessibleText("Save or copy the chart");
    button.setMinWidth(USE_PREF_SIZE);
    button.setId("chart-save");
    button.getStyleClass().add("small");
    return button;
  }
}
