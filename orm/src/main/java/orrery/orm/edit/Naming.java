package orrery.orm.edit;

/// What the names at a place stand for, and so which of a model's members are offered there.
enum Naming {
  /// The keyword of a condition: `filter(artist__name__startswith=…)`.
  CONDITION,
  /// Something to select, order or compute with: `values("artist__name")`.
  SELECTION,
  /// The same, with a minus for downwards: `order_by("-artist__name")`.
  ORDERING,
  /// A column to load: `only("title", "artist__name")`.
  COLUMN,
  /// A date or time: `dates("hired", …)`.
  TEMPORAL,
  /// A relation to one object: `select_related("album__artist")`.
  TO_ONE,
  /// A relation as objects have it: `prefetch_related("album_set__track_set")`.
  PREFETCH,
  /// A field of the model itself: `update(title=…)`.
  OWN
}
