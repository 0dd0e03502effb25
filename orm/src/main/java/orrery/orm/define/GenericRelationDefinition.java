package orrery.orm.define;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A `GenericRelation`: the objects whose generic foreign key points here. Made by [Fields].
public final class GenericRelationDefinition implements MemberDefinition {

  private final String target;
  private String typeField = "content_type";
  private String keyField = "object_id";
  private @Nullable String relatedQueryName;

  GenericRelationDefinition(String target) {
    this.target = target;
  }

  /// Names the other model's foreign key to the content type, where it is not `content_type`:
  /// `content_type_field`.
  public GenericRelationDefinition contentTypeField(String name) {
    typeField = name;
    return this;
  }

  /// Names the other model's field with the key, where it is not `object_id`: `object_id_field`.
  public GenericRelationDefinition objectIdField(String name) {
    keyField = name;
    return this;
  }

  /// Names the way back in lookups: `related_query_name`.
  public GenericRelationDefinition relatedQueryName(String name) {
    relatedQueryName = name;
    return this;
  }

  String target() {
    return target;
  }

  String typeField() {
    return typeField;
  }

  String keyField() {
    return keyField;
  }

  Optional<String> relatedQueryName() {
    return Optional.ofNullable(relatedQueryName);
  }
}
