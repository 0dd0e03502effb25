package orrery.orm.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The end of a chain: what is done with the query, and so what kind of answer comes.
public sealed interface Terminal {

  /// The objects or values themselves.
  record Fetch() implements Terminal {}

  /// `[i]`: the object at a place, counted from 0.
  record Index(int index) implements Terminal {}

  /// `get(…)`: the one object.
  record Get(List<Condition> conditions) implements Terminal {
    /// Makes it from a copy of `conditions`.
    public Get {
      conditions = List.copyOf(conditions);
    }
  }

  /// `first()`: the first object, or none; by key where nothing orders.
  record First() implements Terminal {}

  /// `last()`: the last object, or none; by key where nothing orders.
  record Last() implements Terminal {}

  /// `earliest(…)`: the object with the smallest value of the fields.
  record Earliest(List<Name> fields) implements Terminal {
    /// Makes it from a copy of `fields`.
    public Earliest {
      fields = List.copyOf(fields);
    }
  }

  /// `latest(…)`: the object with the largest value of the fields.
  record Latest(List<Name> fields) implements Terminal {
    /// Makes it from a copy of `fields`.
    public Latest {
      fields = List.copyOf(fields);
    }
  }

  /// `count()`: how many rows.
  record Count() implements Terminal {}

  /// `exists()`: whether there is a row.
  record Exists() implements Terminal {}

  /// `contains(object)`: whether the object is among the rows.
  record Contains(Expr object) implements Terminal {}

  /// `aggregate(…)`: values over all rows.
  record Aggregate(List<Expr> positional, List<Named> named) implements Terminal {
    /// Makes it from copies of the lists.
    public Aggregate {
      positional = List.copyOf(positional);
      named = List.copyOf(named);
    }
  }

  /// `in_bulk(ids, field_name=…)`: objects by key.
  record InBulk(Optional<Expr> ids, Optional<String> fieldName) implements Terminal {}

  /// `iterator(chunk_size=…)`: the objects, one after another, without keeping them.
  record Iterator(OptionalInt chunkSize) implements Terminal {}

  /// `explain(format=…, …)`: the plan of the database.
  record Explain(Optional<String> format, List<Named> options) implements Terminal {
    /// Makes it from a copy of `options`.
    public Explain {
      options = List.copyOf(options);
    }
  }

  /// `create(…)`: a new object, saved.
  record Create(List<Named> values) implements Terminal {
    /// Makes it from a copy of `values`.
    public Create {
      values = List.copyOf(values);
    }
  }

  /// `get_or_create(defaults=…, …)`.
  record GetOrCreate(List<Named> lookups, Optional<Expr> defaults) implements Terminal {
    /// Makes it from a copy of `lookups`.
    public GetOrCreate {
      lookups = List.copyOf(lookups);
    }
  }

  /// `update_or_create(defaults=…, create_defaults=…, …)`.
  record UpdateOrCreate(List<Named> lookups, Optional<Expr> defaults, Optional<Expr> createDefaults)
      implements Terminal {
    /// Makes it from a copy of `lookups`.
    public UpdateOrCreate {
      lookups = List.copyOf(lookups);
    }
  }

  /// `bulk_create([Model(…), …], …)`.
  record BulkCreate(Expr objects, List<Named> options) implements Terminal {
    /// Makes it from a copy of `options`.
    public BulkCreate {
      options = List.copyOf(options);
    }
  }

  /// `bulk_update(objects, fields, batch_size=…)`.
  record BulkUpdate(Expr objects, Expr fields, List<Named> options) implements Terminal {
    /// Makes it from a copy of `options`.
    public BulkUpdate {
      options = List.copyOf(options);
    }
  }

  /// `update(…)`: changes all rows in one statement.
  record Update(List<Named> values) implements Terminal {
    /// Makes it from a copy of `values`.
    public Update {
      values = List.copyOf(values);
    }
  }

  /// `delete()`: removes all rows, and what depends on them.
  record Delete() implements Terminal {}
}
