package orrery.ui.grid;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The scroll bar of a table that is given a part of its rows alone: it stands over the table's own
/// and goes over all rows, and moves the part along with what is seen.
final class LongScroll {
  private static final int EDGE = 2_000;

  private final TableView<Row> table;
  private final Lens lens;
  private final Supplier<@Nullable VirtualFlow<?>> flow;
  private final ScrollBar bar = new ScrollBar();
  private final StackPane pane;
  private @Nullable VirtualFlow<?> followed;
  private boolean moving;
  private boolean waiting;

  LongScroll(TableView<Row> table, Lens lens, Supplier<@Nullable VirtualFlow<?>> flow) {
    this.table = table;
    this.lens = lens;
    this.flow = flow;
    bar.setId("grid-scroll");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setVisible(false);
    bar.setManaged(false);
    bar.setUnitIncrement(1);
    bar.valueProperty()
        .subscribe((_, value) -> {
          if (!moving) {
            top(value.intValue());
          }
        });
    pane =
        new StackPane(table, bar) {
          @Override
          protected void layoutChildren() {
            super.layoutChildren();
            place();
          }
        };
    StackPane.setAlignment(bar, Pos.CENTER_RIGHT);
    StackPane.setMargin(bar, Insets.EMPTY);
  }

  /// Returns the table with its scroll bar.
  Node node() {
    return pane;
  }

  /// Looks again at how many rows there are.
  void refresh() {
    bar.setVisible(lens.isPart());
    if (lens.isPart()) {
      bar.setMax(Math.max(0, lens.total() - visible()));
      double all = Math.max(1, lens.total());
      bar.setVisibleAmount(Math.max(visible(), all / 25));
      bar.setBlockIncrement(visible());
      follow();
      say();
    }
    pane.requestLayout();
  }

  /// Scrolls so far that a row can be seen.
  void reveal(int row) {
    VirtualFlow<?> in = flow.get();
    if (in == null) {
      return;
    }
    int index = lens.index(row);
    moving = true;
    if (index < 0 || index >= lens.size()) {
      lens.move(row);
      index = lens.index(row);
      in.scrollToTop(index);
    }
    lens.look(index);
    in.scrollTo(index);
    moving = false;
    edge();
  }

  // Has a row of all stand at the top.
  private void top(int row) {
    VirtualFlow<?> in = flow.get();
    if (in == null) {
      return;
    }
    int index = lens.index(row);
    moving = true;
    if (index < EDGE || index > lens.size() - EDGE) {
      lens.move(row);
    }
    lens.look(lens.index(row));
    in.scrollToTop(Math.clamp(lens.index(row), 0, lens.size() - 1));
    moving = false;
  }

  private void follow() {
    VirtualFlow<?> in = flow.get();
    if (in != null && !in.equals(followed)) {
      followed = in;
      in.positionProperty()
          .subscribe(_ -> {
            if (!lens.isPart() || moving) {
              return;
            }
            lens.look(first(in));
            if (!waiting) {
              waiting = true;
              Platform.runLater(this::edge);
            }
          });
    }
  }

  // What is seen has come near the end of the part, or only moved in it.
  private void edge() {
    waiting = false;
    VirtualFlow<?> in = flow.get();
    if (!lens.isPart() || in == null) {
      return;
    }
    int index = first(in);
    int row = lens.row(index);
    boolean isNearStart = index < EDGE && row >= EDGE;
    boolean isNearEnd = index > lens.size() - EDGE && row < lens.total() - EDGE;
    if (isNearStart || isNearEnd) {
      moving = true;
      lens.move(row);
      in.scrollToTop(lens.index(row));
      moving = false;
    }
    say();
  }

  private void say() {
    VirtualFlow<?> in = flow.get();
    if (in != null) {
      moving = true;
      bar.setValue(lens.row(first(in)));
      moving = false;
    }
  }

  // The cells are those of the last layout; the position is that of the next.
  private int first(VirtualFlow<?> in) {
    double height = lens.size() * table.getFixedCellSize() - in.getHeight();
    return (int) Math.round(in.getPosition() * Math.max(0, height) / table.getFixedCellSize());
  }

  private int visible() {
    VirtualFlow<?> in = flow.get();
    return in == null ? 1 : Math.max(1, (int) (in.getHeight() / table.getFixedCellSize()));
  }

  // Just over the table's own bar, which only goes over the part.
  private void place() {
    VirtualFlow<?> in = flow.get();
    if (!bar.isVisible() || in == null) {
      return;
    }
    for (Node child : in.lookupAll(".scroll-bar")) {
      if (child instanceof ScrollBar own && own.getOrientation() == Orientation.VERTICAL) {
        javafx.geometry.Bounds at = pane.sceneToLocal(own.localToScene(own.getLayoutBounds()));
        bar.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
      }
    }
  }
}
