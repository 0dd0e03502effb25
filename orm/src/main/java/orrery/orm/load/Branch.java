package orrery.orm.load;

import java.util.List;

/// A relation that was fetched along with some objects, and what was fetched along with the objects
/// it led to.
///
/// @param name the name the objects have it under: an accessor, or a `to_attr`
/// @param annotations the names of values that the related objects have beside their fields
/// @param related what was fetched along with the related objects
public record Branch(String name, List<String> annotations, List<Branch> related) {

  /// Makes it from copies of the lists.
  public Branch {
    annotations = List.copyOf(annotations);
    related = List.copyOf(related);
  }
}
