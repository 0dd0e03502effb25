package orrery.orm.render;

import java.util.List;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.Sql;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldType;

/// The writer of statements: a tree of columns and types becomes text and bindings. Immutable and
/// thread-safe.
public final class SqlWriter {

  private final Dialect dialect;

  /// Makes a writer for the databases of `dialect`.
  public SqlWriter(Dialect dialect) {
    this.dialect = dialect;
  }

  /// Returns `statement` as it is sent.
  ///
  /// Where it has more values than the database has placeholders, the lists of `IN` take fewer.
  public Sql write(Statement statement) {
    return write(statement, page(statement, false));
  }

  /// Returns `statement` as it is sent, and which part of the text came from which of its nodes.
  public Written trace(Statement statement) {
    Page page = page(statement, true);
    return new Written(write(statement, page), page.spans());
  }

  /// Returns how many placeholders `statement` takes where each value has its own.
  public int bindings(Statement statement) {
    return new Page(dialect, false, false).statement(statement).bindings().size();
  }

  private Page page(Statement statement, boolean traced) {
    Page page = new Page(dialect, traced, false).statement(statement);
    return page.bindings().size() > dialect.maxBindings()
        ? new Page(dialect, traced, true).statement(statement)
        : page;
  }

  private Sql write(Statement statement, Page page) {
    return new Sql(page.text(), page.bindings(), columns(statement));
  }

  private List<FieldType> columns(Statement statement) {
    return switch (statement) {
      case Statement.Select s -> types(s.columns());
      case Statement.Compound c -> c.parts().isEmpty() ? List.of() : columns(c.parts().getFirst());
      case Statement.RawRows r -> r.types();
      case Statement.Insert i -> types(i.returning());
      case Statement.Update u -> types(u.returning());
      case Statement.Delete d -> List.of();
      case Statement.Explain e -> List.of();
    };
  }

  private List<FieldType> types(List<Statement.Output> outputs) {
    boolean unknown = outputs.stream().anyMatch(o -> o.expr() instanceof SqlExpr.Star);
    return unknown
        ? List.of()
        : outputs.stream().map(output -> dialect.outputType(output.expr())).toList();
  }
}
