package orrery.ui.builder;

import java.util.List;
import java.util.Optional;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Loading;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;

/// The relations that are loaded along, as a tree.
final class LoadForm implements Form {
  private final Place place;
  private final Loading loading;

  LoadForm(Place place, Loading loading) {
    this.place = place;
    this.loading = loading;
  }

  /// A relation as it is drawn.
  ///
  /// @param name its name
  /// @param target the model it leads to
  /// @param isToMany whether it leads to many objects
  /// @param canJoin whether it can be joined
  /// @param mode how it is loaded: 0 not, 1 joined, 2 prefetched
  /// @param narrowed the queryset that is prefetched in place of all; empty for all
  /// @param isOwn whether it is prefetched itself, and not only on the way to another
  /// @param relation what it was made from
  record Row(
      String name,
      String target,
      boolean isToMany,
      boolean canJoin,
      int mode,
      String narrowed,
      boolean isOwn,
      Object relation) {}

  /// Returns the relations of the model that is asked.
  List<Row> rows() {
    return rows(Loading.relations(place.ground().models(), place.ground().model(), "", ""));
  }

  /// Returns the relations of the model that `row` leads to.
  List<Row> rows(Row row) {
    Loading.Relation of = relation(row);
    return rows(Loading.relations(place.ground().models(), of.target(), of.join(), of.prefetch()));
  }

  private List<Row> rows(List<Loading.Relation> relations) {
    return relations.stream().map(this::row).toList();
  }

  private Row row(Loading.Relation relation) {
    Optional<Prefetch> own = loading.prefetch(relation);
    return new Row(
        relation.name(),
        relation.target(),
        relation.isToMany(),
        !relation.join().isEmpty(),
        List.of(Loading.Mode.values()).indexOf(loading.mode(relation)),
        own.flatMap(Prefetch::queryset).map(Printer::print).orElse(""),
        own.isPresent(),
        relation);
  }

  /// Returns what loading costs, in words: `+ 2 queries`.
  String cost() {
    long queries =
        loading.prefetches().stream().flatMap(p -> prefixes(p.path()).stream()).distinct().count();
    return queries == 0
        ? "no further query"
        : queries == 1 ? "1 further query" : queries + " further queries";
  }

  private static List<String> prefixes(String path) {
    List<String> names = List.of(path.split("__", -1));
    return java.util.stream.IntStream.rangeClosed(1, names.size())
        .mapToObj(i -> String.join("__", names.subList(0, i)))
        .toList();
  }

  /// Loads a relation in another way: 0 not, 1 joined, 2 prefetched.
  void mode(Row row, int mode) {
    set(loading.with(relation(row), List.of(Loading.Mode.values()).get(mode)));
  }

  /// Prefetches all of a relation again, or some of it: what [#narrowed] then says.
  void narrow(Row row, boolean isNarrow) {
    Optional<Query> query =
        isNarrow ? Optional.of(new Query(relation(row).target())) : Optional.empty();
    set(loading.narrow(relation(row), query, toAttr(row)));
  }

  /// Returns the form of the queryset that is prefetched in place of all.
  InnerForm narrowed(Row row) {
    Loading.Relation relation = relation(row);
    Query query =
        loading
            .prefetch(relation)
            .flatMap(Prefetch::queryset)
            .orElseGet(() -> new Query(relation.target()));
    return new InnerForm(
        place.scope(),
        InnerForm.Kind.RELATED,
        query,
        next -> set(loading.narrow(relation, Optional.of(next), toAttr(row))));
  }

  /// Returns the name of the list that gets what is prefetched; empty where it is the relation's.
  String attribute(Row row) {
    return toAttr(row).orElse("");
  }

  /// Gives what is prefetched to a list of its own; an empty name means the relation's.
  ///
  /// @return whether it can be called so
  boolean attribute(Row row, String name) {
    boolean isName = name.isBlank() || name.strip().matches("[A-Za-z_][A-Za-z0-9_]*");
    if (isName) {
      Optional<Query> query = loading.prefetch(relation(row)).flatMap(Prefetch::queryset);
      Optional<String> attribute = Optional.of(name.strip()).filter(n -> !n.isEmpty());
      set(loading.narrow(relation(row), query, attribute));
    }
    return isName;
  }

  private Optional<String> toAttr(Row row) {
    return loading.prefetch(relation(row)).flatMap(Prefetch::toAttr);
  }

  private void set(Loading next) {
    place.replace(next.steps());
  }

  private static Loading.Relation relation(Row row) {
    return (Loading.Relation) row.relation();
  }
}
