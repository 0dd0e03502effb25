package orrery.orm.query;

/// A whole chain: what is asked of the database, and what is done with it.
///
/// `Book.objects.filter(…)[:5]` ends in [Terminal.Fetch], `….count()` in [Terminal.Count].
public record Chain(Query query, Terminal terminal) {

  /// Makes the chain that fetches what `query` asks for.
  public Chain(Query query) {
    this(query, new Terminal.Fetch());
  }
}
