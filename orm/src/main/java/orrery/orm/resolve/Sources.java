package orrery.orm.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.From;
import orrery.orm.sql.Statement.JoinKind;
import orrery.orm.sql.Truths;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The tables of one statement and how they are joined: which joins are shared, and which keep rows
/// without a partner.
///
/// The rules are Django's (`Query.join`, `trim_joins`, `promote_joins`, `demote_joins`); in place
/// of its reference counts, what a finished path stands on is noted once, as used.
final class Sources {

  /// Where a path ended: the fields there, the alias they belong to, and all aliases on the way.
  record End(List<Field> targets, String alias, List<String> aliases) {}

  private final Map<String, Source> byAlias = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final String prefix;
  private final String base;

  /// Makes the sources of a statement about `model`.
  ///
  /// @param prefix what aliases start with: empty for the outermost statement, whose tables go by
  ///   their own names
  Sources(Model model, String prefix) {
    this.prefix = prefix;
    this.base = prefix.isEmpty() ? model.table() : prefix + 0;
    byAlias.put(base, new Source(base, model.table(), model, null, null, JoinKind.CROSS));
    used.add(base);
  }

  /// Takes over all tables and joins of `other`, which must be about the same model.
  void takeFrom(Sources other) {
    byAlias.clear();
    for (Source source : other.byAlias.values()) {
      Source copy =
          new Source(
              source.alias, source.plain, source.model, source.parent, source.hop, source.kind);
      copy.restriction = source.restriction;
      byAlias.put(copy.alias, copy);
    }
    used.addAll(other.used);
  }

  /// Returns the alias of the first table.
  String base() {
    return base;
  }

  /// Returns the source called `alias`.
  Source get(String alias) {
    Source source = byAlias.get(alias);
    if (source == null) {
      throw new IllegalStateException("no alias " + alias);
    }
    return source;
  }

  /// Returns the aliases in the order they were made.
  Set<String> aliases() {
    return byAlias.keySet();
  }

  /// Returns the aliases of joins that keep only rows with a partner.
  Set<String> inner() {
    Set<String> inner = new LinkedHashSet<>();
    byAlias.forEach((alias, source) -> {
      if (source.kind == JoinKind.INNER) {
        inner.add(alias);
      }
    });
    return inner;
  }

  /// Returns the alias of a table that is joined by `hop` already, or null.
  ///
  /// @param reuse the aliases that may be shared; null where any may
  @Nullable String find(Hop hop, String parent, @Nullable Set<String> reuse) {
    String shared = null;
    for (Source source : byAlias.values()) {
      boolean same = parent.equals(source.parent) && source.identity.equals(hop.identity());
      if (same && (reuse == null || reuse.contains(source.alias))) {
        // Of several joins of the same relation the latest is meant.
        shared = source.alias;
      }
    }
    return shared;
  }

  /// Joins one table, and returns its alias.
  String join(Hop hop, String parent) {
    String plain = plain(hop);
    String alias = prefix.isEmpty() ? plain : prefix + byAlias.size();
    JoinKind kind = get(parent).isOuter() || hop.nullable() ? JoinKind.LEFT : JoinKind.INNER;
    byAlias.put(alias, new Source(alias, plain, hop.to(), parent, hop, kind));
    return alias;
  }

  /// Puts a join behind all others, which its condition may stand on.
  void moveToEnd(String alias) {
    Source source = byAlias.remove(alias);
    if (source != null) {
      byAlias.put(alias, source);
    }
  }

  // The first table of a name goes by it, further ones by a number.
  private String plain(Hop hop) {
    String name = hop.filteredAs().isEmpty() ? hop.to().table() : hop.filteredAs();
    if (!taken(name)) {
      return name;
    }
    int number = byAlias.size() + 1;
    while (taken("T" + number)) {
      number++;
    }
    return "T" + number;
  }

  private boolean taken(String name) {
    return byAlias.values().stream().anyMatch(source -> name.equalsIgnoreCase(source.plain));
  }

  /// Drops the last joins of a path where the table before them already holds the fields it ends
  /// in.
  End trim(List<Field> targets, List<String> aliases, List<Hop> hops) {
    List<Field> at = targets;
    int kept = aliases.size();
    for (int i = hops.size() - 1; i >= 0 && kept > 1; i--) {
      Hop hop = hops.get(i);
      List<Field> nearer = nearer(hop, at);
      if (!hop.direct() || !hop.filteredAs().isEmpty() || nearer.size() != at.size()) {
        break;
      }
      at = nearer;
      kept--;
    }
    return new End(at, aliases.get(kept - 1), aliases.subList(0, kept));
  }

  private static List<Field> nearer(Hop hop, List<Field> targets) {
    List<Field> found = new ArrayList<>();
    for (Field target : targets) {
      for (Hop.Pair pair : hop.columns()) {
        if (pair.to() == target || pair.to().column().equals(target.column())) {
          found.add(pair.from());
          break;
        }
      }
    }
    return found;
  }

  /// Notes that something stands on these aliases, so that they are written.
  void use(Collection<String> aliases) {
    used.addAll(aliases);
  }

  /// Says whether something stands on `alias`.
  boolean isUsed(String alias) {
    return used.contains(alias);
  }

  /// Makes joins keep rows without a partner, and those that hang on them.
  void promote(Collection<String> aliases) {
    ArrayDeque<String> open = new ArrayDeque<>(aliases);
    while (!open.isEmpty()) {
      Source source = get(open.removeFirst());
      if (source.parent == null || source.isOuter()) {
        continue;
      }
      if (source.nullable || get(source.parent).isOuter()) {
        source.kind = JoinKind.LEFT;
        for (Source other : byAlias.values()) {
          if (source.alias.equals(other.parent) && !open.contains(other.alias)) {
            open.add(other.alias);
          }
        }
      }
    }
  }

  /// Makes joins keep only rows with a partner, since a condition demands one.
  void demote(Collection<String> aliases) {
    ArrayDeque<String> open = new ArrayDeque<>(aliases);
    while (!open.isEmpty()) {
      Source source = get(open.removeFirst());
      if (source.isOuter()) {
        source.kind = JoinKind.INNER;
        if (source.parent != null && get(source.parent).kind == JoinKind.INNER) {
          open.add(source.parent);
        }
      }
    }
  }

  /// Returns the tables as they are written, starting from the alias `first`; only those that
  /// something stands on.
  List<From> from(String first) {
    Set<String> needed = new LinkedHashSet<>();
    for (String alias : used) {
      String at = alias;
      while (at != null && needed.add(at)) {
        at = at.equals(first) ? null : get(at).parent;
      }
    }
    List<From> from = new ArrayList<>();
    from.add(table(get(first)));
    for (Source source : byAlias.values()) {
      if (needed.contains(source.alias) && isBelow(source.alias, first)) {
        from.add(new Statement.Join(source.kind, table(source), on(source)));
      }
    }
    return from;
  }

  /// Returns `alias` and the joins that it hangs on, but for the first table.
  List<String> line(String alias) {
    List<String> line = new ArrayList<>();
    for (String at = alias; at != null && get(at).parent != null; at = get(at).parent) {
      line.add(at);
    }
    return line;
  }

  /// Says whether the join `alias` hangs, by however many joins, on `first`.
  boolean isBelow(String alias, String first) {
    String at = get(alias).parent;
    while (at != null && !at.equals(first)) {
      at = get(at).parent;
    }
    return at != null;
  }

  private static Statement.Table table(Source source) {
    return new Statement.Table(source.model.schema(), source.model.table(), source.alias);
  }

  private SqlExpr on(Source source) {
    Hop hop = java.util.Objects.requireNonNull(source.hop);
    String parent = java.util.Objects.requireNonNull(source.parent);
    List<SqlExpr> parts = new ArrayList<>();
    for (Hop.Pair pair : hop.columns()) {
      parts.add(
          new SqlExpr.Compare(
              SqlExpr.Comparison.EQUAL,
              column(parent, pair.from()),
              column(source.alias, pair.to())));
    }
    if (source.restriction != null) {
      parts.add(source.restriction);
    }
    return Truths.and(parts);
  }

  /// Returns the column of `field` in the table called `alias`.
  static SqlExpr.Column column(String alias, Field field) {
    return new SqlExpr.Column(alias, field.column(), type(field));
  }

  // Django says of the column of a foreign key that it is what it points to, mostly a key that the
  // database numbers.
  private static FieldType type(Field field) {
    FieldType type = field.type();
    if (field.reference().isEmpty()) {
      return type;
    }
    return type.equals(FieldTypes.INTEGER)
        ? FieldTypes.AUTO
        : type.equals(FieldTypes.BIG_INTEGER)
            ? FieldTypes.BIG_AUTO
            : type.equals(FieldTypes.SMALL_INTEGER) ? FieldTypes.SMALL_AUTO : type;
  }
}
