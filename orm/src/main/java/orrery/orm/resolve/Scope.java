package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.error.TypeError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Truths;

/// One statement in the making: what the steps that were folded so far have said. Lives inside one
/// `resolve` call.
final class Scope {

  /// A selected column: its name, and a field path, or an annotation of that name where `path` is
  /// null.
  record Pick(String name, @Nullable SqlExpr expr, @Nullable String annotation) {}

  /// A relation with a condition of its own: `FilteredRelation`.
  record Filtered(String relation, Condition condition) {}

  final Models models;
  final Paths paths;
  final Model model;
  final @Nullable Scope outer;
  final Sources sources;
  final Map<String, SqlExpr> annotations = new LinkedHashMap<>();

  /// The nodes of the query that annotations were made from.
  final Map<String, Object> annotationNodes = new HashMap<>();

  final Set<String> selectedAnnotations = new LinkedHashSet<>();
  final Map<String, Filtered> filteredRelations = new LinkedHashMap<>();
  final List<SqlExpr> where = new ArrayList<>();

  /// What expressions mean that were resolved elsewhere; by identity.
  final IdentityHashMap<Expr, SqlExpr> known = new IdentityHashMap<>();

  /// The nodes of the query from which conditions were made that it does not hold; by identity.
  final IdentityHashMap<Condition, Object> origins = new IdentityHashMap<>();

  List<Selection> orderBy = List.of();
  boolean defaultOrder = true;
  boolean reversed;
  boolean distinct;
  List<Name> distinctFields = List.of();
  long low;
  OptionalLong high = OptionalLong.empty();
  boolean sliced;
  @Nullable List<Pick> picks;

  /// Whether `picks` are what `values()` of no names gives.
  boolean picksAll;

  Shape.Form form = Shape.Form.MAPPING;

  /// What rows are gathered by: null for no grouping, empty for all that is selected of the model.
  @Nullable List<SqlExpr> groupBy;

  boolean groupByModel;
  @Nullable RelatedTree related;
  boolean relatedAll;
  Deferral deferral = Deferral.none();
  List<Prefetch> prefetches = new ArrayList<>();
  @Nullable Combined combined;
  Step.@Nullable Extra extra;
  Step.@Nullable SelectForUpdate lock;
  Step.@Nullable Raw raw;
  boolean none;
  String database = "";

  /// Inside `aggregate()`, the aggregates so far; else null.
  @Nullable Map<String, SqlExpr> summarized;

  /// The parts of a combined query.
  record Combined(Step.Combinator combinator, boolean all, List<Scope> parts) {

    /// Returns the method that combined them.
    String name() {
      return combinator.name().toLowerCase(Locale.ROOT);
    }
  }

  Scope(Models models, Model model, @Nullable Scope outer) {
    this.models = models;
    this.paths = new Paths(models);
    this.model = model;
    this.outer = outer;
    this.sources = new Sources(models.concrete(model), outer == null ? "" : outer.innerPrefix());
  }

  private String innerPrefix() {
    // The outermost goes by table names, the next by U0, U1, …, then V, W, and on from AA.
    int depth = 0;
    for (Scope at = outer; at != null; at = at.outer) {
      depth++;
    }
    return depth < 6 ? String.valueOf((char) ('U' + depth)) : "A" + (char) ('A' + depth - 6);
  }

  /// Returns the names of a path.
  static List<String> split(String path) {
    int end = path.indexOf("__");
    if (end < 0) {
      return List.of(path);
    }
    List<String> names = new ArrayList<>();
    int start = 0;
    for (; end >= 0; end = path.indexOf("__", start)) {
      names.add(path.substring(start, end));
      start = end + 2;
    }
    names.add(path.substring(start));
    return names;
  }

  /// Returns the names beside fields that may stand at the start of a path, for messages.
  Collection<String> otherNames() {
    Set<String> names = new LinkedHashSet<>(selectedAnnotations);
    names.addAll(filteredRelations.keySet());
    return names;
  }

  /// Returns what `path` means as a value; any join may be shared.
  SqlExpr value(String path) {
    return new References(this).resolve(path, Context.expression(), new LinkedHashSet<>());
  }

  /// Takes the order away where it decides nothing.
  void clearOrder() {
    if (!sliced && distinctFields.isEmpty() && lock == null) {
      unorder();
    }
  }

  /// Takes every order away, the model's too.
  void unorder() {
    orderBy = List.of();
    defaultOrder = false;
    if (extra != null) {
      extra =
          new Step.Extra(
              extra.select(),
              extra.selectParams(),
              extra.where(),
              extra.params(),
              extra.tables(),
              List.of());
    }
  }

  /// Returns what `alias`'s column belongs to, if it is the column of a field.
  @Nullable Field fieldOf(SqlExpr expr) {
    if (expr instanceof SqlExpr.Column column && sources.aliases().contains(column.alias())) {
      for (Field field : models.members(sources.get(column.alias()).model).fields()) {
        if (field.column().equals(column.name())) {
          return field;
        }
      }
    }
    return null;
  }

  /// Returns the columns of the primary key of the first table.
  List<SqlExpr> keyColumns() {
    List<SqlExpr> key = new ArrayList<>();
    for (Field field : models.primaryKey(model)) {
      key.add(Sources.column(sources.base(), field));
    }
    return key;
  }

  /// Returns all conditions as one.
  SqlExpr condition() {
    return none ? SqlExpr.Truth.NEVER : Truths.and(where);
  }

  /// Says whether rows are limited, so that nothing may narrow or order them any more.
  boolean isSliced() {
    return sliced;
  }

  /// Narrows the slice: both ends count in what the slice so far gives.
  void slice(long start, OptionalLong stop) {
    sliced = sliced || start > 0 || stop.isPresent();
    if (stop.isPresent()) {
      long end = low + Math.max(stop.getAsLong(), start);
      high = OptionalLong.of(high.isPresent() ? Math.min(high.getAsLong(), end) : end);
    }
    low = high.isPresent() ? Math.min(high.getAsLong(), low + start) : low + start;
    if (high.isPresent() && high.getAsLong() == low) {
      none = true;
    }
  }

  /// Refuses a step where the rows are limited already.
  void refuseIfSliced(String sentence) {
    if (sliced) {
      throw new TypeError(sentence);
    }
  }

  /// Returns the limit that goes with the slice.
  OptionalLong limit() {
    return high.isPresent() ? OptionalLong.of(high.getAsLong() - low) : OptionalLong.empty();
  }

  /// Adds a condition, taking apart what is joined by AND.
  void addWhere(SqlExpr condition) {
    if (condition instanceof SqlExpr.And and) {
      where.addAll(and.parts());
    } else {
      where.add(condition);
    }
  }

  /// Returns the sources as they are written.
  List<Statement.From> from() {
    List<Statement.From> from = new ArrayList<>(sources.from(sources.base()));
    if (extra != null) {
      for (String table : extra.tables()) {
        if (from.stream().noneMatch(f -> f.alias().equals(table))) {
          from.add(
              new Statement.Join(
                  Statement.JoinKind.CROSS,
                  new Statement.Table(table, table),
                  SqlExpr.Truth.ALWAYS));
        }
      }
    }
    return from;
  }

  /// Returns the annotation called `name`, or null.
  @Nullable SqlExpr annotation(String name) {
    Map<String, SqlExpr> aggregates = summarized;
    if (aggregates != null && aggregates.containsKey(name)) {
      return aggregates.get(name);
    }
    SqlExpr annotation = annotations.get(name);
    return annotation == null || aggregates == null
        ? annotation
        : Summaries.annotation(this, name, annotation);
  }

  /// Refuses a name that a field already has, or that cannot be an alias.
  void checkAlias(String name) {
    boolean taken =
        picks == null
            ? models.members(model).lookup(name).isPresent()
                || (name.equals("pk") && models.primaryKey(model).size() > 1)
            : !picksAll && picks.stream().anyMatch(p -> p.expr() != null && p.name().equals(name));
    if (taken) {
      throw new orrery.orm.error.ValueError(
          "The annotation '" + name + "' conflicts with a field on the model.");
    }
    checkName(name);
  }

  /// Refuses a name that cannot be an alias.
  static void checkName(String name) {
    boolean forbidden =
        name.chars()
            .anyMatch(c ->
                Character.isWhitespace(c)
                    || Character.isISOControl(c)
                    || "\"'`;[]#".indexOf(c) >= 0);
    if (forbidden || name.contains("--") || name.contains("/*") || name.contains("*/")) {
      throw new orrery.orm.error.ValueError(
          "Column aliases cannot contain whitespace characters, hashes, control characters,"
              + " quotation marks, semicolons,"
              + " or SQL comments.");
    }
  }

  /// Says that a field of several columns cannot stand for one value.
  static FieldError severalColumns() {
    return new FieldError("Referencing multicolumn fields with F() objects isn't supported");
  }
}
