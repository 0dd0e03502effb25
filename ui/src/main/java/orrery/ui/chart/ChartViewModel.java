package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.db.Action;
import orrery.orm.query.Terminal;
import orrery.ui.Answer;
import orrery.ui.Trouble;
import orrery.ui.Workbench;
import orrery.ui.task.Latest;
import orrery.ui.task.Tasks;

/// The last answer as a chart: what suits it, what was chosen instead, and what is drawn. Nothing
/// is read or reckoned while no chart is shown, and then not on the window's thread.
public final class ChartViewModel {
  /// The most rows that a chart is made of.
  static final int MOST_ROWS = 5_000;

  private final Latest reading;
  private final Latest reckoning;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<ChartColumn>> columns =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable ChartChoice> choice = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ChartState> state =
      new ReadOnlyObjectWrapper<>(ChartState.NOTHING);
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();

  private @Nullable Answer waiting;
  private ChartTable table = ChartTable.EMPTY;
  private List<ChartColumn> chosenFor = List.of();

  /// Makes it for the answers of `workbench`.
  public ChartViewModel(Workbench workbench, Tasks tasks) {
    reading = new Latest(tasks);
    reckoning = new Latest(tasks);
    workbench.answerProperty().subscribe(this::take);
    shown.subscribe(on -> {
      if (on && waiting != null) {
        read(waiting);
      }
    });
  }

  // Properties

  /// Whether the chart is what is looked at.
  public BooleanProperty shownProperty() {
    return shown;
  }

  /// The columns that can stand in the chart.
  public ReadOnlyObjectProperty<List<ChartColumn>> columnsProperty() {
    return columns.getReadOnlyProperty();
  }

  /// What the chart shows; null where nothing can be drawn.
  ReadOnlyObjectProperty<@Nullable ChartChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /// What is drawn; null where nothing is.
  ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /// Where the chart stands.
  public ReadOnlyObjectProperty<ChartState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Why the rows could not be read; null where they could.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  // Commands

  /// Draws another kind of chart.
  public void kind(ChartKind kind) {
    change(now -> now.as(kind, table));
  }

  /// Says whether a kind of chart can be drawn of the columns there are.
  public boolean can(ChartKind kind) {
    ChartChoice now = choice.get();
    return now != null && now.as(kind, table).isPresent();
  }

  /// Puts another column along the bottom.
  public void across(int column) {
    change(now ->
        Optional.of(new ChartChoice(now.kind(), column, now.ys(), now.split()))
            .filter(next -> now.kind() != ChartKind.SCATTER || !next.ys().contains(column)));
  }

  /// Puts a column up the side, or takes it away; a chart of dots, or in series, has but one.
  ///
  /// @param column the column, or -1 for the number of rows
  public void up(int column) {
    change(now -> {
      boolean isOne = now.kind() == ChartKind.SCATTER || now.split() >= 0;
      List<Integer> ys = new ArrayList<>(now.ys());
      if (isOne || column == ChartChoice.ROWS || ys.contains(ChartChoice.ROWS)) {
        ys = List.of(column);
      } else if (ys.contains(column) && ys.size() > 1) {
        ys.remove(Integer.valueOf(column));
      } else if (!ys.contains(column)) {
        ys.add(column);
      }
      ys = ys.size() < 2 ? ys : ys.stream().sorted().toList();
      return Optional.of(new ChartChoice(now.kind(), now.x(), ys, now.split()));
    });
  }

  /// Makes a series of each value of a column; with a number below 0, of none.
  public void split(int column) {
    change(now ->
        Optional.of(
            new ChartChoice(
                now.kind(),
                now.x(),
                column < 0 ? now.ys() : now.ys().subList(0, Math.min(1, now.ys().size())),
                column < 0 ? ChartChoice.NONE : column)));
  }

  private void change(Function<ChartChoice, Optional<ChartChoice>> edit) {
    ChartChoice now = choice.get();
    if (now != null) {
      edit.apply(now).ifPresent(next -> choose(next, table));
    }
  }

  private void take(@Nullable Answer next) {
    reading.cancel();
    reckoning.cancel();
    waiting = next;
    trouble.set(null);
    if (next == null) {
      table = ChartTable.EMPTY;
      columns.set(List.of());
      choice.set(null);
      figure.set(null);
      state.set(ChartState.NOTHING);
    } else if (shown.get()) {
      read(next);
    }
  }

  private void read(Answer answer) {
    state.set(ChartState.READING);
    Action action = new Action("Rows of the chart");
    reading.start(
        signal -> {
          signal.onCancel(action::stop);
          return action.call(() -> table(answer));
        },
        read -> {
          waiting = null;
          show(read);
        },
        error -> {
          waiting = null;
          figure.set(null);
          trouble.set(Trouble.of(error));
          state.set(ChartState.FAILED);
        });
  }

  private static ChartTable table(Answer answer) {
    boolean isWhole = !answer.more() || !(answer.chain().terminal() instanceof Terminal.Fetch);
    if (isWhole) {
      return ChartTable.of(answer.result(), false);
    }
    Result all = answer.database().runner().page(answer.sent(), 0, MOST_ROWS + 1);
    ChartTable read = ChartTable.of(all, false);
    return read.rows().size() > MOST_ROWS
        ? new ChartTable(read.columns(), read.rows().subList(0, MOST_ROWS), true)
        : read;
  }

  // Who asks the same again, or changes a condition, wants the same chart.
  private void show(ChartTable read) {
    boolean isSame = !read.rows().isEmpty() && read.columns().equals(chosenFor);
    ChartChoice before = choice.get();
    Optional<ChartChoice> next =
        isSame && before != null ? Optional.of(before) : ChartChoice.suggest(read);
    table = read;
    columns.set(read.columns());
    if (next.isPresent()) {
      choose(next.get(), read);
    } else {
      choice.set(null);
      figure.set(null);
      state.set(read.rows().isEmpty() ? ChartState.NO_ROWS : ChartState.NO_COLUMNS);
    }
  }

  private void choose(ChartChoice next, ChartTable of) {
    chosenFor = of.columns();
    choice.set(next);
    reckoning.start(
        _ -> Figures.of(of, next),
        drawn -> {
          figure.set(drawn);
          state.set(ChartState.DRAWN);
        },
        error -> {
          figure.set(null);
          trouble.set(Trouble.of(error));
          state.set(ChartState.FAILED);
        });
  }
}
