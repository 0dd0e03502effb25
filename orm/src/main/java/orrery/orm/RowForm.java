package orrery.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the rows of a queryset are to a Java program.
///
/// @param <R> what one row becomes
@FunctionalInterface
public interface RowForm<R extends @Nullable Object> {

  /// A mapping from name to value.
  RowForm<Map<String, @Nullable Object>> MAPPING =
      result -> {
        Result.Values values = values(result);
        List<String> names = values.names();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(values.rows().size());
        for (@Nullable Object[] row : values.rows()) {
          Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(row.length);
          for (int i = 0; i < row.length; i++) {
            map.put(names.get(i), row[i]);
          }
          rows.add(map);
        }
        return rows;
      };

  /// A tuple.
  RowForm<List<@Nullable Object>> TUPLE =
      result -> {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (@Nullable Object[] row : values(result).rows()) {
          rows.add(Collections.unmodifiableList(Arrays.asList(row)));
        }
        return rows;
      };

  /// The bare value of the one column.
  RowForm<@Nullable Object> FLAT = new FlatRows();

  /// Returns the rows of `result`.
  List<R> rows(Result result);

  /// Returns `result` as values.
  static Result.Values values(Result result) {
    if (result instanceof Result.Values values) {
      return values;
    }
    throw new AssertionError("Values were asked, and came as " + result.getClass());
  }
}
