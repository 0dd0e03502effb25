package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.edit.StepText;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Step;

/// Values that are computed beside the fields, each a name and an expression.
final class ComputeForm implements Form {
  private final Place place;
  private final boolean isAlias;
  private final List<Expr> bare;
  private final List<Named> named;

  private ComputeForm(Place place, boolean isAlias, List<Expr> bare, List<Named> named) {
    this.place = place;
    this.isAlias = isAlias;
    this.bare = bare;
    this.named = named;
  }

  /// Makes it for the step at a place; nothing where that computes nothing.
  static Optional<Form> of(Place place) {
    return switch (place.step()) {
      case Step.Annotate(List<Expr> bare, List<Named> named) ->
          Optional.of(new ComputeForm(place, false, bare, named));
      case Step.Alias(List<Expr> bare, List<Named> named) ->
          Optional.of(new ComputeForm(place, true, bare, named));
      case Step other -> Optional.empty();
    };
  }

  /// A value as it is drawn.
  record Row(String name, String expression) {}

  /// An expression to start from.
  ///
  /// @param words what people call it
  /// @param pattern the expression, with `$` for the path
  record Pattern(String words, String pattern) {}

  /// Returns expressions to start from.
  static List<Pattern> patterns() {
    return List.of(
        new Pattern("Multiply", "F(\"$\") * 2"),
        new Pattern("Add", "F(\"$\") + 1"),
        new Pattern("In capitals", "Upper(\"$\")"),
        new Pattern("Length", "Length(\"$\")"),
        new Pattern("Join texts", "Concat(\"$\", Value(\" \"), \"$\")"),
        new Pattern("Another value for null", "Coalesce(\"$\", Value(0))"),
        new Pattern("Round", "Round(\"$\", 2)"),
        new Pattern("Year", "ExtractYear(\"$\")"),
        new Pattern("Cut to the month", "TruncMonth(\"$\")"),
        new Pattern(
            "Case by case", "Case(When($=1, then=Value(\"one\")), default=Value(\"other\"))"),
        new Pattern("Rank", "Window(expression=Rank(), order_by=F(\"$\").desc())"));
  }

  /// Returns the values.
  List<Row> rows() {
    return named.stream().map(n -> new Row(n.name(), StepText.text(n))).toList();
  }

  /// Returns what picks a path.
  PathPicker picker() {
    return place.picker();
  }

  /// Returns the form of a value's expression.
  ExpressionForm expression(int index) {
    Named one = named.get(index);
    return new ExpressionForm(
        place.scope(),
        one.value(),
        ExpressionForm.Role.COLUMN,
        next -> {
          List<Named> all = new ArrayList<>(named);
          all.set(index, new Named(one.name(), next));
          set(all);
        });
  }

  /// Says whether the values are only for later steps, and are no columns.
  boolean isHidden() {
    return isAlias;
  }

  /// Makes the values columns, or only names for later steps.
  void hide(boolean isHidden) {
    place.replace(List.of(isHidden ? new Step.Alias(bare, named) : new Step.Annotate(bare, named)));
  }

  /// Gives a value another name.
  ///
  /// @return whether it can have it
  boolean name(int index, String name) {
    boolean isName = name.strip().matches("[A-Za-z_][A-Za-z0-9_]*");
    if (isName) {
      List<Named> all = new ArrayList<>(named);
      all.set(index, new Named(name.strip(), named.get(index).value()));
      set(all);
    }
    return isName;
  }

  /// Writes a value anew.
  ///
  /// @return whether the texts are a name and an expression; where they are not, nothing is changed
  boolean set(int index, String name, String expression) {
    Optional<Named> read = StepText.named(name.strip(), expression);
    read.ifPresent(n -> {
      List<Named> all = new ArrayList<>(named);
      all.set(index, n);
      set(all);
    });
    return read.isPresent();
  }

  /// Computes one value more.
  void add(String pattern, String path) {
    StepText.named("value" + (named.size() + 1), pattern.replace("$", path))
        .ifPresent(n -> {
          List<Named> all = new ArrayList<>(named);
          all.add(n);
          set(all);
        });
  }

  /// Computes one value less; with the last the step goes.
  void remove(int index) {
    List<Named> all = new ArrayList<>(named);
    all.remove(index);
    set(all);
  }

  private void set(List<Named> all) {
    if (all.isEmpty() && bare.isEmpty()) {
      place.replace(List.of());
    } else {
      place.replace(List.of(isAlias ? new Step.Alias(bare, all) : new Step.Annotate(bare, all)));
    }
  }
}
