package dev.rampart.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class WorkspaceTest {
  private static final int LARGEST_BODY_BYTES = 16 * 1024 * 1024;

  private final Workspace workspace = new Workspace();

  @Test
  void a_large_request_takes_room_while_it_is_worked_on_and_a_small_one_takes_none()
      throws InterruptedException {
    assertThat(workspace.during(LARGEST_BODY_BYTES, workspace::kilobytesLeft)).isZero();
    assertThat(workspace.during(3 * 1024, workspace::kilobytesLeft))
        .isEqualTo(Workspace.KILOBYTES_MAX - 3);
    assertThat(workspace.during(1023, workspace::kilobytesLeft)).isEqualTo(Workspace.KILOBYTES_MAX);
  }

  @Test
  void the_room_of_a_request_that_failed_is_free_again() {
    assertThatIllegalStateException()
        .isThrownBy(() -> workspace.during(LARGEST_BODY_BYTES, WorkspaceTest::fail));
    assertThat(workspace.kilobytesLeft()).isEqualTo(Workspace.KILOBYTES_MAX);
  }

  private static String fail() {
    throw new IllegalStateException("a fault");
  }
}
