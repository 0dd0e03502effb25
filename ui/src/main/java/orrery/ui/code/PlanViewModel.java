package orrery.ui.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.edit.Card;
import orrery.orm.edit.DraftText;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Model;
import orrery.orm.plan.PlanNode;
import orrery.orm.plan.PlanNote;
import orrery.orm.plan.PlanNotes;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Terminal;
import orrery.ui.Trouble;
import orrery.ui.Workbench;
import orrery.ui.task.Tasks;

/// The database's plan of the chain, with what in it costs time and which step causes that. Asked
/// in the background while it is shown. Belongs to the window's thread.
public final class PlanViewModel {
  private static final long CAP = 10_001;

  private final Workbench workbench;
  private final Executor idle;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(Plan.NONE);
  private Tasks.@Nullable Running asking;

  /// A plan as it is drawn.
  ///
  /// @param notes what costs time
  /// @param lines what the database does, in the order of the tree
  /// @param trouble why there is no plan; empty where there is one, or nothing was asked yet
  public record Plan(List<Note> notes, List<Line> lines, String trouble) {
    static final Plan NONE = new Plan(List.of(), List.of(), "");

    /// Makes it from copies of the lists.
    public Plan {
      notes = List.copyOf(notes);
      lines = List.copyOf(lines);
    }
  }

  /// Something that costs time.
  ///
  /// @param card the title of the card that causes it
  /// @param slot its first step; -1 for the model's
  /// @param isSlow whether it costs the more the larger the tables are
  /// @param words what the database does, and why
  /// @param index the SQL that makes a missing index; empty where none would help
  public record Note(String card, int slot, boolean isSlow, String words, String index) {}

  /// What the database does, in its own words.
  ///
  /// @param depth how deep in the tree, from 0
  /// @param isScan whether it reads a whole table
  public record Line(int depth, String words, boolean isScan) {}

  /// Makes it for the chain of `workbench`.
  ///
  /// @param idle runs something once nothing has changed for a moment; the next replaces the last
  public PlanViewModel(Workbench workbench, Executor idle) {
    this.workbench = workbench;
    this.idle = idle;
    workbench.previewProperty().subscribe(_ -> soon());
    shown.subscribe(_ -> soon());
  }

  /// Whether the plan is shown: it is asked for only then.
  public BooleanProperty shownProperty() {
    return shown;
  }

  /// The plan of the last chain that was right.
  public ReadOnlyObjectProperty<Plan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /// Selects the card that causes a note, by putting the caret where it is written.
  public void select(Note note) {
    read()
        .ifPresent(text ->
            workbench.caretProperty().set(note.slot() < 0 ? 0 : text.starts().get(note.slot())));
  }

  /// Lights the card that causes a note; -2 lights none.
  public void point(int slot) {
    workbench.pointedProperty().set(slot);
  }

  /// Returns the plan as text, to be copied.
  public String copied() {
    return plan.get().lines().stream()
        .map(line -> "  ".repeat(line.depth()) + line.words())
        .collect(Collectors.joining("\n"));
  }

  private void soon() {
    if (shown.get()) {
      idle.execute(this::ask);
    }
  }

  private Optional<DraftText> read() {
    try {
      return Optional.of(DraftText.read(workbench.textProperty().get()));
    } catch (OrmError wrong) {
      // While the text is wrong, the plan of the last right one stays.
      return Optional.empty();
    }
  }

  private void ask() {
    OpenDatabase on = workbench.database();
    Optional<DraftText> text = read();
    if (asking != null) {
      asking.cancel();
    }
    if (on == null || text.isEmpty() || workbench.previewProperty().get().error().isPresent()) {
      if (on == null) {
        plan.set(Plan.NONE);
      }
      return;
    }
    DraftText of = text.get();
    asking =
        workbench
            .beside()
            .ask(
                "Plan",
                () -> plan(on, of),
                plan::set,
                error -> plan.set(new Plan(List.of(), List.of(), Trouble.of(error).sentence())));
  }

  private static Plan plan(OpenDatabase on, DraftText text) {
    Query query = text.draft().chain().query();
    Chain explain = new Chain(query, new Terminal.Explain(Optional.empty(), List.of()));
    String words = on.runner().run(explain) instanceof Result.PlanText(String given) ? given : "";
    Optional<PlanNode> root = PlanNode.of(words);
    if (root.isEmpty()) {
      List<Line> lines = words.lines().map(line -> new Line(0, line, false)).toList();
      return new Plan(List.of(), lines, "");
    }
    String sql = on.runner().sql(new Chain(query)).text();
    Map<String, Long> sizes = new HashMap<>();
    List<Model> read = new ArrayList<>(PlanNotes.scanned(on.models(), sql, root.get()));
    on.models().find(query.model()).filter(m -> !read.contains(m)).ifPresent(read::add);
    for (Model model : read) {
      sizes.put(model.name(), on.runner().count(new Chain(new Query(model.name())), CAP));
    }
    List<Note> notes =
        PlanNotes.of(on.models(), text.draft(), sql, root.get(), sizes).stream()
            .map(note -> note(text, note))
            .toList();
    List<Line> lines = new ArrayList<>();
    root.get().parts().forEach(part -> lines(part, 0, lines));
    return new Plan(notes, lines, "");
  }

  private static Note note(DraftText text, PlanNote note) {
    String card =
        Card.of(text.draft()).stream()
            .filter(c -> c.from() <= note.slot() && note.slot() < c.to())
            .map(c -> c.kind().title())
            .findFirst()
            .orElse("From");
    boolean isSlow = note.level() == PlanNote.Level.SLOW;
    return new Note(card, note.slot(), isSlow, note.words(), note.index());
  }

  private static void lines(PlanNode node, int depth, List<Line> into) {
    into.add(new Line(depth, node.words(), node.isScan()));
    node.parts().forEach(part -> lines(part, depth + 1, into));
  }
}
