package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.load.Instance;

class Ticket19607Tests extends PrefetchCase {

  @BeforeEach
  void setUp() {
    objects("LessonEntry").create("id", 1, "name1", "einfach", "name2", "simple");
    objects("LessonEntry").create("id", 2, "name1", "schwierig", "name2", "difficult");

    word(1, 1, "einfach");
    word(2, 1, "simple");
    word(3, 2, "schwierig");
    word(4, 2, "difficult");
  }

  private void word(int id, int lessonEntryId, String name) {
    objects("WordEntry").create("id", id, "lesson_entry_id", lessonEntryId, "name", name);
  }

  @Test
  void testBug() {
    List<Instance> words =
        seeds.assertNumQueries(
            3,
            () ->
                objects("WordEntry")
                    .prefetchRelated("lesson_entry", "lesson_entry__wordentry_set")
                    .list());
    assertThat(words)
        .hasSize(4)
        .allSatisfy(word ->
            assertThat(all(one(word, "lesson_entry"), "wordentry_set")).hasSize(2).contains(word));
  }
}
