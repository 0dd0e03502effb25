package orrery.orm.db;

/// Why a statement was sent.
///
/// @param kind what sort of reason
/// @param about the path, relation, field or model it concerns; empty where there is none
/// @param part which part of a split statement this is, from 1; 0 where it is whole
/// @param parts how many parts there are; 0 where it is whole
public record Reason(Kind kind, String about, int part, int parts) {

  /// The sorts of reasons.
  public enum Kind {
    /// The user asked for just this.
    USER("asked"),
    /// `prefetch_related` loads a relation.
    PREFETCH("prefetch of"),
    /// A relation was read that was not loaded.
    LAZY("lazy access to"),
    /// A field was read that was not loaded.
    DEFERRED("deferred field"),
    /// How many rows there are.
    COUNT("count"),
    /// Whether there is a row.
    EXISTS("exists"),
    /// The next rows of a grid.
    PAGE("page"),
    /// The words that stand for objects.
    LABEL("labels of"),
    /// How many related objects each of some objects has.
    COUNTS("counts of"),
    /// What the values of a column come to.
    SUMMARY("summary of"),
    /// Which row has which key, so that one can go to any place.
    PLACES("places of rows"),
    /// A look at a related object.
    PEEK("peek at"),
    /// How many there are, from a sample.
    ESTIMATE("estimate of"),
    /// Values that a form offers.
    VALUES("values of"),
    /// An object is saved.
    SAVE("save of"),
    /// Objects are deleted, or collected to be.
    DELETE("delete of"),
    /// The tables themselves.
    SCHEMA("schema"),
    /// The database's plan of a statement.
    PLAN("plan"),
    /// The content types of generic relations.
    CONTENT_TYPE("content type"),
    /// The beginning, end or a savepoint of a transaction.
    TRANSACTION("transaction");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /// The user asked for just this.
  public static final Reason USER = of(Kind.USER);

  /// How many rows there are.
  public static final Reason COUNT = of(Kind.COUNT);

  /// Whether there is a row.
  public static final Reason EXISTS = of(Kind.EXISTS);

  /// The next rows of a grid.
  public static final Reason PAGE = of(Kind.PAGE);

  /// The tables themselves.
  public static final Reason SCHEMA = of(Kind.SCHEMA);

  /// The database's plan of a statement.
  public static final Reason PLAN = of(Kind.PLAN);

  /// The content types of generic relations.
  public static final Reason CONTENT_TYPE = of(Kind.CONTENT_TYPE);

  /// The beginning, end or a savepoint of a transaction.
  public static final Reason TRANSACTION = of(Kind.TRANSACTION);

  /// Makes a reason that concerns nothing in particular.
  public static Reason of(Kind kind) {
    return new Reason(kind, "", 0, 0);
  }

  /// Makes a reason that concerns `about`.
  public static Reason of(Kind kind, String about) {
    return new Reason(kind, about, 0, 0);
  }

  /// `prefetch_related` loads the relation at `path`.
  public static Reason prefetch(String path) {
    return of(Kind.PREFETCH, path);
  }

  /// The relation `Model.name` was read that was not loaded.
  public static Reason lazy(String relation) {
    return of(Kind.LAZY, relation);
  }

  /// The field `Model.name` was read that was not loaded.
  public static Reason deferred(String field) {
    return of(Kind.DEFERRED, field);
  }

  /// An object of `model` is saved.
  public static Reason save(String model) {
    return of(Kind.SAVE, model);
  }

  /// Objects of `model` are deleted.
  public static Reason delete(String model) {
    return of(Kind.DELETE, model);
  }

  /// Returns this reason for one of the parts that a statement was split into; of one part alone
  /// the same.
  public Reason part(int part, int parts) {
    return parts > 1 ? new Reason(kind, about, part, parts) : this;
  }

  /// Returns it in plain words: `prefetch of track_set, part 2 of 3`.
  public String text() {
    String whole = about.isEmpty() ? kind.words.replaceFirst(" of$| at$| to$", "") : words();
    return parts > 1 ? whole + ", part " + part + " of " + parts : whole;
  }

  private String words() {
    return kind.words + " " + about;
  }

  @Override
  public String toString() {
    return text();
  }
}
