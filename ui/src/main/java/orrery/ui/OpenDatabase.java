package orrery.ui;

import java.util.List;
import orrery.orm.db.QueryLog;
import orrery.orm.meta.Models;

/// A database that is open: its models, its log and the one who runs chains on it.
public interface OpenDatabase extends AutoCloseable {
  /// Returns what people call it: the file's name, or the address without secrets.
  String title();

  /// Returns where it is, as it was asked for.
  String location();

  /// Says whether it refuses to be written.
  boolean isReadOnly();

  /// Returns the database's product and version, such as `SQLite 3.50.1`.
  String product();

  /// Returns its tables as models.
  Models models();

  /// Returns what was odd about its tables, a sentence each.
  List<String> warnings();

  /// Returns the log of every statement sent.
  QueryLog log();

  /// Returns the one who runs chains on it.
  Runner runner();

  @Override
  void close();
}
