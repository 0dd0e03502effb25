package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History<String> history = new History<>(3);

  @Test
  void startsWithNothingToGoTo() {
    assertThat(history.current()).isEmpty();
    assertThat(history.canGoBack().get()).isFalse();
    assertThat(history.back()).isEmpty();
    assertThat(history.forward()).isEmpty();
  }

  @Test
  void goesBackAndForward() {
    history.add("a");
    history.add("b");
    assertThat(history.back()).contains("a");
    assertThat(history.canGoBack().get()).isFalse();
    assertThat(history.canGoForward().get()).isTrue();
    assertThat(history.forward()).contains("b");
    assertThat(history.canGoForward().get()).isFalse();
  }

  @Test
  void forgetsWhatWasAheadWhenSomethingNewComes() {
    history.add("a");
    history.add("b");
    assertThat(history.back()).contains("a");
    history.add("c");
    assertThat(history.forward()).isEmpty();
    assertThat(history.back()).contains("a");
  }

  @Test
  void theSameAgainIsNoStep() {
    history.add("a");
    history.add("a");
    assertThat(history.canGoBack().get()).isFalse();
  }

  @Test
  void goingBackAndAskingThatAgainKeepsWhatIsAhead() {
    history.add("a");
    history.add("b");
    assertThat(history.back()).contains("a");
    history.add("a");
    assertThat(history.forward()).contains("b");
  }

  @Test
  void forgetsTheOldestBeyondItsLimit() {
    history.add("a");
    history.add("b");
    history.add("c");
    history.add("d");
    assertThat(history.back()).contains("c");
    assertThat(history.back()).contains("b");
    assertThat(history.back()).isEmpty();
  }
}
