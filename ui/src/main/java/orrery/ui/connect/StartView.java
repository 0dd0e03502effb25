package orrery.ui.connect;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import orrery.ui.OpenState;
import orrery.ui.Recent;
import orrery.ui.kit.Badge;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.ErrorCard;
import orrery.ui.kit.Icons;

/// The screen while no database is open: what one can open, what was open before, and what failed.
public final class StartView extends StackPane {
  private static final double WIDTH = 680;
  private static final double TILE = 84;

  private final ConnectViewModel model;
  private final ErrorCard error = new ErrorCard();
  private final VBox progress = new VBox();
  private final Label opening = new Label();
  private final VBox recents = new VBox();
  private final VBox recentBox = new VBox();
  private final CustomTextField field = new CustomTextField();

  /// Makes it.
  ///
  /// @param logo the picture at the top
  /// @param chooseFile asks for a file and opens it
  public StartView(ConnectViewModel model, Node logo, Runnable chooseFile) {
    this.model = model;
    getStyleClass().add("start-screen-pane");
    VBox column =
        new VBox(brand(logo), tiles(chooseFile), typed(), progress, error, recentBox, footer());
    column.getStyleClass().add("start-column");
    column.setMaxWidth(WIDTH);
    column.setAlignment(Pos.TOP_CENTER);
    StackPane centred = new StackPane(column);
    centred.getStyleClass().add("start-centred");
    StackPane.setAlignment(column, Pos.CENTER);
    ScrollPane scroll = new ScrollPane(centred);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("edge-to-edge");
    getChildren().add(scroll);
    progress();
    recentList();
    error.setId("start-error");
    error.managedProperty().bind(error.visibleProperty());
    model.stateProperty().subscribe(this::show);
    model.recents().subscribe(this::fill);
    fill();
  }

  /// Returns the node that takes the keyboard when the screen is shown.
  public Node focusTarget() {
    return field;
  }

  private static VBox brand(Node logo) {
    Label name = new Label("Orrery");
    name.getStyleClass().add("start-title");
    Label words = new Label("Ask any database in Django's words. See rows, SQL and cost live.");
    words.getStyleClass().add("start-words");
    HBox row = new HBox(logo, name);
    row.getStyleClass().add("start-brand");
    row.setAlignment(Pos.CENTER);
    VBox box = new VBox(row, words);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("start-head");
    return box;
  }

  private HBox tiles(Runnable chooseFile) {
    Button open =
        tile(
            "start-open",
            "fth-folder",
            "Open a database…",
            "A SQLite file. Or drop one on this window.",
            chooseFile);
    open.setDefaultButton(false);
    Button sample =
        tile(
            "start-sample",
            "fth-book-open",
            "Explore the sample library",
            "Authors, books, readers and their loans.",
            model::openSample);
    HBox tiles = new HBox(open, sample);
    tiles.getStyleClass().add("start-tiles");
    return tiles;
  }

  private Button tile(String id, String icon, String title, String words, Runnable action) {
    Label head = new Label(title);
    head.getStyleClass().add("tile-title");
    Label about = new Label(words);
    about.getStyleClass().add("tile-words");
    about.setWrapText(true);
    VBox text = new VBox(head, about);
    text.getStyleClass().add("tile-text");
    text.setAlignment(Pos.CENTER_LEFT);
    StackPane disc = new StackPane(Icons.of(icon, "tile-icon"));
    disc.getStyleClass().add("tile-disc");
    disc.setMinSize(40, 40);
    disc.setMaxSize(40, 40);
    HBox inside = new HBox(disc, text);
    inside.setAlignment(Pos.CENTER_LEFT);
    inside.getStyleClass().add("tile-inside");
    Button tile = new Button();
    tile.setId(id);
    tile.setGraphic(inside);
    tile.getStyleClass().add("start-tile");
    tile.setAccessibleText(title + ". " + words);
    tile.setPrefWidth(WIDTH / 2);
    tile.setMaxWidth(Double.MAX_VALUE);
    tile.setMinHeight(TILE);
    tile.setPrefHeight(TILE);
    tile.setMaxHeight(TILE);
    HBox.setHgrow(tile, Priority.ALWAYS);
    tile.disableProperty().bind(model.isOpening());
    tile.setOnAction(_ -> action.run());
    return tile;
  }

  private HBox typed() {
    field.setId("start-location");
    field.setPromptText("Path of a file, or jdbc:postgresql://host/name");
    field.setLeft(Icons.of("fth-database", "field-icon"));
    field.textProperty().bindBidirectional(model.locationProperty());
    field.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        model.openTyped();
        key.consume();
      }
    });
    HBox.setHgrow(field, Priority.ALWAYS);
    CheckBox write = new CheckBox("Allow changes");
    write.selectedProperty().bindBidirectional(model.writeProperty());
    write.setTooltip(
        new Tooltip("Off: the database itself refuses every change while it is open here"));
    write.setMinWidth(Region.USE_PREF_SIZE);
    Button go = new Button("Open");
    go.setId("start-go");
    go.setMinWidth(Region.USE_PREF_SIZE);
    go.disableProperty().bind(field.textProperty().isEmpty().or(model.isOpening()));
    go.setOnAction(_ -> model.openTyped());
    HBox row = new HBox(field, write, go);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("start-typed");
    return row;
  }

  private void progress() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(Styles.SMALL);
    Button stop = new Button("Stop");
    stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    stop.setOnAction(_ -> model.dismiss());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(opening, space, stop);
    line.setAlignment(Pos.CENTER_LEFT);
    progress.getStyleClass().add("start-progress");
    progress.getChildren().addAll(line, bar);
    progress.managedProperty().bind(progress.visibleProperty());
  }

  private void show(OpenState state) {
    progress.setVisible(state instanceof OpenState.Opening);
    error.setVisible(state instanceof OpenState.Failed);
    switch (state) {
      case OpenState.Idle _ -> {}
      case OpenState.Opening(String location, _) -> opening.setText("Opening " + location);
      case OpenState.Failed(String location, var trouble, boolean password) -> {
        PasswordField secret = new PasswordField();
        secret.setId("start-password");
        secret.setPromptText("Password");
        secret.getStyleClass().add(Styles.SMALL);
        CheckBox remember = new CheckBox("Keep in the system's keyring");
        remember.setId("start-remember");
        Button again = new Button(password ? "Open" : "Try again");
        again.getStyleClass().add(Styles.SMALL);
        again.setOnAction(_ -> {
          if (password) {
            model.open(location, secret.getText(), remember.isSelected());
          } else {
            model.open(location);
          }
        });
        secret.setOnAction(_ -> again.fire());
        Button dismiss = new Button("Dismiss");
        dismiss.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        dismiss.setOnAction(_ -> model.dismiss());
        error.show(
            "Could not open " + location,
            trouble.sentence(),
            trouble.details(),
            !password
                ? List.of(again, dismiss)
                : model.hasKeyring()
                    ? List.of(secret, remember, again, dismiss)
                    : List.of(secret, again, dismiss));
        if (password) {
          Platform.runLater(secret::requestFocus);
        }
      }
    }
  }

  private void recentList() {
    Label title = new Label("Recent");
    title.getStyleClass().add("start-section");
    recents.getStyleClass().add("recents");
    recentBox.getStyleClass().add("recent-box");
    recentBox.getChildren().addAll(title, recents);
    recentBox.managedProperty().bind(recentBox.visibleProperty());
  }

  private void fill() {
    Instant now = Instant.now();
    recents.getChildren().setAll(model.recents().stream().map(r -> line(r, now)).toList());
    recentBox.setVisible(!model.recents().isEmpty());
  }

  private Node line(Recent recent, Instant now) {
    Label title = new Label(recent.title());
    title.getStyleClass().add("recent-name");
    title.setMinWidth(Region.USE_PREF_SIZE);
    boolean sample = recent.location().equals(ConnectViewModel.SAMPLE);
    Label path = new Label(sample ? "comes with Orrery" : recent.location());
    path.getStyleClass().add("recent-path");
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Label when = new Label(ConnectViewModel.when(recent.opened(), now));
    when.getStyleClass().add("recent-when");
    when.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox inside = new HBox(Icons.of(sample ? "fth-book-open" : "fth-database"), title, path, space);
    if (recent.write()) {
      inside.getChildren().add(new Badge("changes allowed", Badge.Tone.WARNING));
    }
    inside.getChildren().add(when);
    inside.setAlignment(Pos.CENTER_LEFT);
    inside.getStyleClass().add("recent-inside");
    Button open = new Button();
    open.setGraphic(inside);
    open.getStyleClass().add("recent");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setAccessibleText("Open " + recent.title() + ", " + path.getText());
    open.disableProperty().bind(model.isOpening());
    open.setOnAction(_ -> model.open(recent));
    HBox.setHgrow(open, Priority.ALWAYS);
    inside.prefWidthProperty().bind(open.widthProperty().subtract(20));
    Button forget =
        Buttons.icon(
            "fth-x", "Remove " + recent.title() + " from this list", () -> model.forget(recent));
    HBox line = new HBox(open, forget);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("recent-line");
    return line;
  }

  private static HBox footer() {
    Label words = new Label("Works offline. What you open stays on this computer.");
    HBox footer = new HBox(Icons.of("fth-shield"), words);
    footer.setAlignment(Pos.CENTER);
    footer.getStyleClass().add("start-footer");
    return footer;
  }
}
