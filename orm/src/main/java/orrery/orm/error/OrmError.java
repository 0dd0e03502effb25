package orrery.orm.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The base of every error of this library: a sentence, and where known the place and the name that
/// was meant.
///
/// The subclasses carry Django's and Python's names, and their messages Django's words. A tree that
/// was made from text knows no places; so an error names the *node* it is about ([#about]) and
/// whoever holds the text turns that into a [Place] ([#at]). Not thread-safe until thrown.
public abstract class OrmError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;
  private transient @Nullable Object node;
  private int offset;
  private transient @Nullable Place place;
  private @Nullable String suggestion;

  /// Makes an error that says `sentence`.
  protected OrmError(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  protected OrmError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /// Returns the name that Django or Python has for this error, such as `FieldError`.
  public String type() {
    return getClass().getSimpleName();
  }

  /// Returns the sentence in Django's words, without the suggestion.
  public String sentence() {
    return sentence;
  }

  /// Returns the sentence, followed by the suggestion where there is one.
  @Override
  public String getMessage() {
    String end = sentence.endsWith(".") || sentence.endsWith("?") ? "" : ".";
    return suggestion == null ? sentence : sentence + end + " Did you mean '" + suggestion + "'?";
  }

  /// Returns the nearest right name, where one is near.
  public Optional<String> suggestion() {
    return Optional.ofNullable(suggestion);
  }

  /// Returns the node of the query that the error is about.
  public Optional<Object> node() {
    return Optional.ofNullable(node);
  }

  /// Returns how many characters into the node's text the trouble starts.
  public int offset() {
    return offset;
  }

  /// Returns where in the text the trouble is.
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /// Says which node of the query this error is about; the first one to say so wins.
  public OrmError about(Object node) {
    if (this.node == null) {
      this.node = node;
    }
    return this;
  }

  /// Says which node of the query this error is about, and how far into its text the trouble
  /// starts.
  public OrmError about(Object node, int offset) {
    return about(node).offset(offset);
  }

  /// Says how many characters into the node's text the trouble starts; the first one to say so
  /// wins.
  public OrmError offset(int offset) {
    if (this.offset == 0) {
      this.offset = offset;
    }
    return this;
  }

  /// Says where in the text the trouble is.
  public OrmError at(@Nullable Place place) {
    this.place = place;
    return this;
  }

  /// Says what was probably meant; null where nothing is near.
  public OrmError meaning(@Nullable String suggestion) {
    this.suggestion = suggestion;
    return this;
  }
}
