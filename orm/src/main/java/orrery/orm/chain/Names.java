package orrery.orm.chain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The words of the chain language, each with what it takes: for completion, hints and the nearest
/// right name.
public final class Names {

  /// The methods of expressions: `F("title").desc()`.
  static final Map<String, Signature> EXPRESSION_METHODS = new LinkedHashMap<>();

  /// What stands only in one place: in `prefetch_related` and in `Case`.
  static final Map<String, Signature> MARKS = new LinkedHashMap<>();

  /// The calls that a query keeps as they are.
  static final Map<String, Signature> CALLS = new LinkedHashMap<>();

  /// The values of `WindowFrameExclusion`.
  static final Set<String> EXCLUSIONS = Set.of("CURRENT ROW", "GROUP", "TIES", "NO OTHERS");

  private static final Map<String, Signature> METHODS = new LinkedHashMap<>();
  private static final Map<String, Signature> CALLABLES = new LinkedHashMap<>();

  static {
    for (String text :
        List.of(
            "asc(*, nulls_first=None, nulls_last=None)",
            "desc(*, nulls_first=None, nulls_last=None)",
            "bitand(other)",
            "bitor(other)",
            "bitxor(other)",
            "bitleftshift(other)",
            "bitrightshift(other)")) {
      Signature signature = Signature.of(text);
      EXPRESSION_METHODS.put(signature.name(), signature);
    }
    for (String text :
        List.of(
            "Prefetch(lookup, queryset=None, to_attr=None)",
            "GenericPrefetch(lookup, querysets, to_attr=None)",
            "When(condition=None, then=None, **lookups)")) {
      Signature signature = Signature.of(text);
      MARKS.put(signature.name(), signature);
    }
    Steps.table().forEach((name, entry) -> METHODS.put(name, entry.signature()));
    Endings.table().forEach((name, entry) -> METHODS.put(name, entry.signature()));
    CALLS.putAll(Functions.FUNCTIONS);
    CALLS.putAll(Functions.AGGREGATES);
    CALLS.putAll(Functions.WINDOW);
    CALLS.putAll(Functions.LOOKUPS);
    CALLS.putAll(Functions.OTHERS);
    CALLABLES.putAll(CALLS);
    Forms.table().forEach((name, entry) -> CALLABLES.put(name, entry.signature()));
    CALLABLES.putAll(MARKS);
    Values.table().forEach((name, entry) -> CALLABLES.put(name, entry.signature()));
  }

  private Names() {}

  /// Returns the names of the methods of a queryset.
  public static Collection<String> methods() {
    return Collections.unmodifiableSet(METHODS.keySet());
  }

  /// Returns the names of the methods of expressions, such as `desc`.
  public static Collection<String> expressionMethods() {
    return Collections.unmodifiableSet(EXPRESSION_METHODS.keySet());
  }

  /// Returns the names of the database functions, such as `Lower`.
  public static Collection<String> functions() {
    return Collections.unmodifiableSet(Functions.FUNCTIONS.keySet());
  }

  /// Returns the names of the aggregates, such as `Count`.
  public static Collection<String> aggregates() {
    return Collections.unmodifiableSet(Functions.AGGREGATES.keySet());
  }

  /// Returns the names of the functions of windows, such as `RowNumber`.
  public static Collection<String> windowFunctions() {
    return Collections.unmodifiableSet(Functions.WINDOW.keySet());
  }

  /// Returns the names of the lookups that can be called, such as `GreaterThan`.
  public static Collection<String> lookupClasses() {
    return Collections.unmodifiableSet(Functions.LOOKUPS.keySet());
  }

  /// Returns the names of the expressions with a meaning of their own, such as `F`, `Q` and `Case`.
  public static Collection<String> expressions() {
    Set<String> names = new LinkedHashSet<>(Forms.table().keySet());
    names.addAll(MARKS.keySet());
    names.addAll(Functions.OTHERS.keySet());
    return Collections.unmodifiableSet(names);
  }

  /// Returns the names of the classes whose values a chain can hold, such as `date`.
  public static Collection<String> values() {
    return Collections.unmodifiableSet(Values.table().keySet());
  }

  /// Returns the names of everything that can be called without a point before it, field classes
  /// included.
  public static Collection<String> callables() {
    Set<String> names = new LinkedHashSet<>(CALLABLES.keySet());
    FieldTypes.all().stream().map(FieldType::name).forEach(names::add);
    return Collections.unmodifiableSet(names);
  }

  /// Returns what the method `name` takes, as Python writes it: `dates(field_name, kind,
  /// order="ASC")`.
  public static Optional<String> method(String name) {
    return Optional.ofNullable(METHODS.get(name)).map(Signature::text);
  }

  /// Returns what the function, aggregate or class `name` takes, as Python writes it.
  public static Optional<String> find(String name) {
    Optional<String> text = Optional.ofNullable(CALLABLES.get(name)).map(Signature::text);
    return text.isPresent() ? text : FieldTypes.find(name).map(type -> type.name() + "(**options)");
  }

  /// Returns the names of the keywords that the method `name` knows: `flat` and `named` for
  /// `values_list`.
  public static List<String> methodKeywords(String name) {
    return keywords(METHODS.get(name));
  }

  /// Returns the names of the keywords that the function, aggregate or class `name` knows.
  public static List<String> callKeywords(String name) {
    return keywords(CALLABLES.get(name));
  }

  private static List<String> keywords(@org.jspecify.annotations.Nullable Signature signature) {
    return signature == null
        ? List.of()
        : signature.params().stream().map(Signature.Param::name).toList();
  }
}
