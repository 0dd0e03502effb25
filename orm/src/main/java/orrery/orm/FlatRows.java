package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one column as its bare values.
final class FlatRows implements RowForm<@Nullable Object> {

  @Override
  public List<@Nullable Object> rows(Result result) {
    List<@Nullable Object> rows = new ArrayList<>();
    for (@Nullable Object[] row : RowForm.values(result).rows()) {
      rows.add(row[0]);
    }
    return rows;
  }
}
