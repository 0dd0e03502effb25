package orrery.ui.builder;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import orrery.orm.Result;
import orrery.orm.edit.ValueSearch;
import orrery.orm.edit.ValueText;
import orrery.orm.load.Instance;
import orrery.orm.query.Chain;
import orrery.orm.query.Expr;

/// Finds values that a field has, or objects that a relation leads to, for people to choose from.
final class ValueFinder {
  private static final int MOST = 100;

  private final Scope scope;
  private final String path;

  ValueFinder(Scope scope, String path) {
    this.scope = scope;
    this.path = path;
  }

  /// A value to choose.
  ///
  /// @param text the value as a form shows it
  /// @param words what stands for it
  record Value(String text, String words) {}

  /// Says whether there is anything to find.
  boolean canFind() {
    return chain("").isPresent();
  }

  /// Finds values that have `typed` in them.
  ///
  /// @param found gets the first of them, sorted
  Soundings.Asked find(String typed, Consumer<List<Value>> found) {
    Optional<Chain> chain = chain(typed);
    return chain.isEmpty()
        ? () -> {}
        : scope
            .drafting()
            .soundings()
            .find(chain.get(), path.replace("__", "."), result -> found.accept(values(result)));
  }

  private Optional<Chain> chain(String typed) {
    return ValueSearch.of(scope.ground(), path, typed, MOST);
  }

  private static List<Value> values(Result result) {
    return switch (result) {
      case Result.Objects objects -> objects.rows().stream().map(ValueFinder::value).toList();
      case Result.Values values ->
          values.rows().stream()
              .map(row -> ValueText.of(new Expr.Literal(row[0])))
              .map(text -> new Value(text, text))
              .toList();
      case Result.Scalar _, Result.PlanText _ -> List.of();
    };
  }

  private static Value value(Instance object) {
    String key = ValueText.of(new Expr.Literal(object.pk()));
    return new Value(key, object.label());
  }
}
