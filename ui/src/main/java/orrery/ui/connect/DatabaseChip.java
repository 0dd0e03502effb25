package orrery.ui.connect;

import atlantafx.base.theme.Styles;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.Opened;
import orrery.ui.Recent;
import orrery.ui.kit.Badge;
import orrery.ui.kit.Icons;

/// Says which database is open and whether it may be changed; its menu opens another.
public final class DatabaseChip extends HBox {
  private static final int LONGEST = 42;

  private final ConnectViewModel model;
  private final Runnable chooseFile;
  private final MenuButton button = new MenuButton();
  private final Badge readOnly = new Badge("read-only", Badge.Tone.NEUTRAL);
  private final Badge writes = new Badge("changes allowed", Badge.Tone.WARNING);
  private final Tooltip tip = new Tooltip();

  /// Makes it.
  ///
  /// @param chooseFile asks for a file and opens it
  public DatabaseChip(ConnectViewModel model, Runnable chooseFile) {
    this.model = model;
    this.chooseFile = chooseFile;
    getStyleClass().add("database-chip");
    readOnly.setGraphic(Icons.of("fth-lock"));
    readOnly.managedProperty().bind(readOnly.visibleProperty());
    writes.setGraphic(Icons.of("fth-edit-3"));
    writes.managedProperty().bind(writes.visibleProperty());
    button.setId("database-chip");
    button.getStyleClass().addAll(Styles.FLAT, "chip-button");
    button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    button.setMaxWidth(260);
    button.setMnemonicParsing(false);
    button.setTooltip(tip);
    button.setOnShowing(_ -> fill());
    // A menu button without items does not open.
    button.getItems().add(new MenuItem());
    getChildren().addAll(button, readOnly, writes);
    setMinWidth(USE_PREF_SIZE);
    model.openedProperty().subscribe(this::show);
  }

  private void show(@Nullable Opened database) {
    button.setText(database == null ? "Open a database" : database.title());
    button.setGraphic(Icons.of(database == null ? "fth-folder" : "fth-database"));
    readOnly.setVisible(database != null && database.readOnly());
    writes.setVisible(database != null && !database.readOnly());
    tip.setText(database == null ? "Nothing is open" : database.location());
  }

  private void fill() {
    button.getItems().setAll(item("Open…", "fth-folder", chooseFile));
    boolean sampleOpen = isOpen(ConnectViewModel.SAMPLE);
    if (!sampleOpen) {
      button.getItems().add(item("Sample Library", "fth-book-open", model::openSample));
    }
    boolean first = true;
    for (Recent recent : model.recents()) {
      if (isOpen(recent.location()) || recent.location().equals(ConnectViewModel.SAMPLE)) {
        continue;
      }
      if (first) {
        button.getItems().add(new SeparatorMenuItem());
        first = false;
      }
      button.getItems().add(item(words(recent), "fth-clock", () -> model.open(recent)));
    }
    Opened now = model.openedProperty().get();
    if (now != null) {
      MenuItem reopen =
          now.readOnly()
              ? item("Reopen with Changes Allowed", "fth-unlock", () -> model.reopen(true))
              : item("Reopen Read-Only", "fth-lock", () -> model.reopen(false));
      button
          .getItems()
          .addAll(new SeparatorMenuItem(), reopen, item("Close", "fth-x", model::close));
    }
  }

  private boolean isOpen(String location) {
    Opened now = model.openedProperty().get();
    return now != null && now.location().equals(location);
  }

  private static String words(Recent recent) {
    String path = recent.location();
    String shown =
        path.length() <= LONGEST ? path : "…" + path.substring(path.length() - LONGEST + 1);
    return recent.title() + "   " + shown;
  }

  private static MenuItem item(String words, String icon, Runnable action) {
    MenuItem item = new MenuItem(words, Icons.of(icon));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
