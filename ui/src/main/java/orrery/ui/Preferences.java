package orrery.ui;

import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import orrery.ui.theme.Appearance;

/// What the program remembers of its user from one start to the next. Whoever made it stores it.
/// Belongs to the window's thread.
public final class Preferences {
  private static final int MOST_RECENTS = 12;

  private final ObservableList<Recent> recents = FXCollections.observableArrayList();
  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(Appearance.SYSTEM);
  private final BooleanProperty leftShown = new SimpleBooleanProperty(true);
  private final BooleanProperty builderShown = new SimpleBooleanProperty(true);
  private final BooleanProperty dockShown = new SimpleBooleanProperty(true);
  private final DoubleProperty width = new SimpleDoubleProperty(1280);
  private final DoubleProperty height = new SimpleDoubleProperty(800);
  private final DoubleProperty x = new SimpleDoubleProperty(Double.NaN);
  private final DoubleProperty y = new SimpleDoubleProperty(Double.NaN);
  private final BooleanProperty maximized = new SimpleBooleanProperty();
  private final DoubleProperty leftSize = new SimpleDoubleProperty(0.17);
  private final DoubleProperty builderSize = new SimpleDoubleProperty(0.39);
  private final DoubleProperty dockSize = new SimpleDoubleProperty(0.8);
  private final DoubleProperty chainSize = new SimpleDoubleProperty(0.5);
  private final DoubleProperty sqlSize = new SimpleDoubleProperty(0.42);

  /// Makes those of a first start.
  public Preferences() {}

  /// The databases that were open, the last one first.
  public ObservableList<Recent> recents() {
    return recents;
  }

  /// Notes that a database was opened just now.
  public void opened(String location, String title, boolean write) {
    recents.removeIf(recent -> recent.location().equals(location));
    recents.addFirst(new Recent(location, title, Instant.now(), write));
    if (recents.size() > MOST_RECENTS) {
      recents.removeLast();
    }
  }

  /// Forgets a database.
  public void forget(String location) {
    recents.removeIf(recent -> recent.location().equals(location));
  }

  /// How light the window is.
  public ObjectProperty<Appearance> appearanceProperty() {
    return appearance;
  }

  /// Whether the panel with the models is shown.
  public BooleanProperty leftShownProperty() {
    return leftShown;
  }

  /// Whether the builder is shown.
  public BooleanProperty builderShownProperty() {
    return builderShown;
  }

  /// Whether the query log is shown.
  public BooleanProperty dockShownProperty() {
    return dockShown;
  }

  /// The width of the window, in pixels.
  public DoubleProperty widthProperty() {
    return width;
  }

  /// The height of the window, in pixels.
  public DoubleProperty heightProperty() {
    return height;
  }

  /// The left edge of the window; not a number where the system shall choose.
  public DoubleProperty xProperty() {
    return x;
  }

  /// The upper edge of the window; not a number where the system shall choose.
  public DoubleProperty yProperty() {
    return y;
  }

  /// Whether the window fills the screen.
  public BooleanProperty maximizedProperty() {
    return maximized;
  }

  /// The part of the width that the models take, from 0 to 1.
  public DoubleProperty leftSizeProperty() {
    return leftSize;
  }

  /// The part of the width beside the models that the builder takes, from 0 to 1.
  public DoubleProperty builderSizeProperty() {
    return builderSize;
  }

  /// The part of the height that is above the query log, from 0 to 1.
  public DoubleProperty dockSizeProperty() {
    return dockSize;
  }

  /// The part of the height that the chain takes from the grid, from 0 to 1.
  public DoubleProperty chainSizeProperty() {
    return chainSize;
  }

  /// The part of the width that the chain leaves to the SQL, from 0 to 1.
  public DoubleProperty sqlSizeProperty() {
    return sqlSize;
  }

  /// Returns which panes are shown and how large they are.
  public Layout layout() {
    return new Layout(
        leftShown.get(),
        builderShown.get(),
        dockShown.get(),
        leftSize.get(),
        builderSize.get(),
        dockSize.get(),
        chainSize.get(),
        sqlSize.get());
  }

  /// Shows the panes as `layout` says.
  public void layout(Layout layout) {
    leftSize.set(layout.leftSize());
    builderSize.set(layout.builderSize());
    dockSize.set(layout.logSize());
    chainSize.set(layout.chainSize());
    sqlSize.set(layout.sqlSize());
    leftShown.set(layout.left());
    builderShown.set(layout.builder());
    dockShown.set(layout.log());
  }
}
