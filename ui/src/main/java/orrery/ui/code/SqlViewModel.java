package orrery.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import orrery.orm.CopyAs;
import orrery.orm.OpenDatabase;
import orrery.orm.Preview;
import orrery.orm.chain.Printer;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Interpolator;
import orrery.orm.dialect.Sql;
import orrery.orm.edit.DraftText;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;
import orrery.orm.query.Step;
import orrery.orm.render.SqlLayout;
import orrery.ui.Contrast;
import orrery.ui.SqlColours;
import orrery.ui.Workbench;
import orrery.ui.kit.Coloured;

/// The statements that the chain would send, as one types. Belongs to the window's thread.
public final class SqlViewModel {
  private static final String PART = "sql-part";
  private static final int MOST_PARAMETERS = 20;

  private final Workbench workbench;
  private final IntegerProperty width = new SimpleIntegerProperty(SqlLayout.WIDTH);
  private final BooleanProperty inline = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<List<Coloured>> code = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private List<Preview.Statement> shown = List.of();
  private List<Coloured> first = List.of();
  private @Nullable SqlOwners owners;

  /// Makes it for the chain of `workbench`.
  public SqlViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.previewProperty().subscribe(this::show);
    inline.subscribe(this::refresh);
    width.subscribe(this::refresh);
    workbench.contrastProperty().subscribe(this::refresh);
  }

  // Properties

  /// Whether the values stand in the statements, or placeholders do.
  public BooleanProperty inlineProperty() {
    return inline;
  }

  /// How wide a line may be, in characters.
  public IntegerProperty widthProperty() {
    return width;
  }

  /// The statements, laid out and in colours.
  public ReadOnlyObjectProperty<List<Coloured>> codeProperty() {
    return code.getReadOnlyProperty();
  }

  /// Whether the statements are those of the last chain that was right, and not of the text.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// How many statements there are.
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  // Commands

  /// Returns the statements as they are to be copied: laid out, with nothing left out.
  public String copied() {
    return shown.stream()
        .map(s -> SqlLayout.pretty(text(s.sql())) + ";")
        .collect(Collectors.joining("\n\n"));
  }

  /// Returns the statements with each value in its place, to be run elsewhere.
  public String withValues() {
    OpenDatabase on = workbench.database();
    return on == null
        ? ""
        : CopyAs.sqlWithValues(workbench.previewProperty().get(), on.database().dialect());
  }

  /// Returns the statements with placeholders, and the values in comments.
  public String withParameters() {
    OpenDatabase on = workbench.database();
    return on == null
        ? ""
        : CopyAs.sqlWithParameters(workbench.previewProperty().get(), on.database().dialect());
  }

  /// Returns the chain on one line.
  public String chain() {
    return copied(Printer::print);
  }

  /// Returns the chain as Python for a Django shell, with its imports.
  public String django() {
    return copied(CopyAs::django);
  }

  /// Returns the chain as Java against this library, with its imports.
  public String java() {
    return copied(CopyAs::java);
  }

  private String copied(Function<Chain, String> as) {
    return workbench.previewProperty().get().chain().map(as).orElse("");
  }

  /// Says which step's part of the SQL the mouse is on.
  ///
  /// @param offset the character under the mouse, counted from the start; -1 where it is on none
  public void point(int offset) {
    workbench.pointedProperty().set(offset < 0 || stale.get() ? -2 : slotAt(offset));
  }

  /// Puts the caret into the chain where the step stands whose part of the SQL is at `offset`.
  public void choose(int offset) {
    int slot = offset < 0 || stale.get() ? -2 : slotAt(offset);
    if (slot >= -1) {
      draft()
          .ifPresent(text -> workbench.caretProperty().set(slot < 0 ? 0 : text.starts().get(slot)));
    }
  }

  /// Returns the step of the chain that the character at `offset` is there for; -1 for the model,
  /// -2 for none.
  int slotAt(int offset) {
    Optional<DraftText> text = draft();
    if (text.isEmpty() || shown.isEmpty()) {
      return -2;
    }
    if (offset >= Coloured.text(first).length()) {
      return text.get().draft().slots().stream()
          .filter(s -> !s.muted() && s.step() instanceof Step.PrefetchRelated)
          .findFirst()
          .map(s -> text.get().draft().slots().indexOf(s))
          .orElse(-2);
    }
    OpenDatabase on = workbench.database();
    if (owners == null && on != null) {
      owners = SqlOwners.of(text.get().draft(), first, chain -> written(on, chain));
    }
    return owners == null ? -2 : owners.at(offset);
  }

  private Optional<DraftText> draft() {
    try {
      return Optional.of(DraftText.read(workbench.textProperty().get()));
    } catch (OrmError wrong) {
      // While the text is wrong there is no step to point at.
      return Optional.empty();
    }
  }

  private void show(Preview preview) {
    boolean isWrong = preview.error().isPresent();
    if (!isWrong) {
      shown = preview.statements();
      refresh();
    }
    stale.set(isWrong && !shown.isEmpty());
  }

  private void refresh() {
    List<Coloured> all = new ArrayList<>();
    owners = null;
    first = List.of();
    for (Preview.Statement statement : shown) {
      if (!all.isEmpty()) {
        all.add(new Coloured("\n\n-- " + statement.reason().text() + "\n", "syntax-comment"));
      }
      List<Coloured> code = SqlColours.pretty(text(statement.sql()), width.get());
      first = all.isEmpty() ? code : first;
      all.addAll(all.isEmpty() ? contrasted(code) : code);
      if (!inline.get() && !statement.sql().bindings().isEmpty()) {
        all.add(new Coloured("\n-- " + parameters(statement.sql().bindings()), "syntax-comment"));
      }
    }
    code.set(List.copyOf(all));
    count.set(shown.size());
  }

  /// Marks what stands in the first statement because of one step: what is not in the statement
  /// without it.
  private List<Coloured> contrasted(List<Coloured> code) {
    OpenDatabase on = workbench.database();
    Contrast contrast = workbench.contrastProperty().get();
    if (on == null || contrast == null || stale.get()) {
      return code;
    }
    Optional<List<Coloured>> without = written(on, contrast.without());
    if (without.isPresent()) {
      return WordDifference.mark(code, without.get(), PART);
    }
    Optional<List<Coloured>> before = written(on, contrast.before());
    Optional<List<Coloured>> after = written(on, contrast.after());
    return before.isPresent() && after.isPresent()
        ? WordDifference.mark(code, before.get(), after.get(), PART)
        : code;
  }

  private Optional<List<Coloured>> written(OpenDatabase on, Chain chain) {
    try {
      return Optional.of(
          SqlColours.pretty(
              text(on.runner().sql(workbench.bound(chain).orElse(chain))), width.get()));
    } catch (OrmError wrong) {
      // Later steps may need this one; then there is no such statement.
      return Optional.empty();
    }
  }

  private String text(Sql sql) {
    OpenDatabase on = workbench.database();
    return on == null || !inline.get()
        ? sql.text()
        : Interpolator.interpolate(sql, on.database().dialect());
  }

  private static String parameters(List<Binding> values) {
    String some =
        values.stream()
            .limit(MOST_PARAMETERS)
            .map(binding -> literal(binding.value()))
            .collect(Collectors.joining(", "));
    int more = values.size() - MOST_PARAMETERS;
    return "(" + some + (more > 0 ? ", … %,d more".formatted(more) : "") + ")";
  }

  private static String literal(@Nullable Object value) {
    return value instanceof String text ? "'" + text.replace("\n", "\\n") + "'" : "" + value;
  }
}
