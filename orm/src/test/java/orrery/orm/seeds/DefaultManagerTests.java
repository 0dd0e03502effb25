package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.load.Instance;

class DefaultManagerTests extends PrefetchCase {

  @BeforeEach
  void setUp() {
    Instance qual1 = objects("Qualification").create("name", "BA");
    Instance qual2 = objects("Qualification").create("name", "BSci");
    Instance qual3 = objects("Qualification").create("name", "MA");
    Instance qual4 = objects("Qualification").create("name", "PhD");

    Instance teacher1 = objects("Teacher").create("name", "Mr Cleese");
    Instance teacher2 = objects("Teacher").create("name", "Mr Idle");
    Instance teacher3 = objects("Teacher").create("name", "Mr Chapman");
    related(teacher1, "qualifications").add(qual1, qual2, qual3, qual4);
    related(teacher2, "qualifications").add(qual1);
    related(teacher3, "qualifications").add(qual2);

    Instance dept1 = objects("Department").create("name", "English");
    Instance dept2 = objects("Department").create("name", "Physics");
    related(dept1, "teachers").add(teacher1, teacher2);
    related(dept2, "teachers").add(teacher1, teacher3);
  }

  @Test
  void testM2mThenM2m() {
    // The default manager of the teachers must not get the qualifications at once, since that would
    // be one query for each department.
    String departments =
        seeds.assertNumQueries(
            3,
            () ->
                objects("Department").prefetchRelated("teachers").stream()
                    .map(department ->
                        "%s department: %s\n"
                            .formatted(
                                department.get("name"),
                                String.join(", ", texts(department, "teachers"))))
                    .collect(Collectors.joining()));
    assertThat(departments)
        .isEqualTo(
            """
            English department: Mr Cleese (BA, BSci, MA, PhD), Mr Idle (BA)
            Physics department: Mr Cleese (BA, BSci, MA, PhD), Mr Chapman (BSci)
            """);
  }
}
