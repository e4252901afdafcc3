package dev.rampart.domain.usecase;

import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.port.in.ManageAllowList.Allow;
import dev.rampart.domain.port.in.ManageAllowList.AllowResult;
import dev.rampart.domain.port.in.ManageAllowList.Disallow;
import dev.rampart.domain.port.in.ManageAllowList.DisallowResult;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ManageAllowListUseCaseTest {
  private final BlocklistWorld world = new BlocklistWorld();

  @Test
  void who_adds_an_entry_and_who_removes_it_is_told() {
    AllowedVersions none = new AllowedVersions.OneOf(Set.of(AllowedVersions.ABSENT));
    assertThat(world.allowing().allow(new Allow(SOURCE, "a partner", "ann", none)))
        .isInstanceOf(AllowResult.Allowed.class);
    assertThat(world.allowing().disallow(new Disallow(SOURCE, "sam", none)))
        .isEqualTo(new DisallowResult.PreconditionFailed());
    AllowedVersions existing = new AllowedVersions.Existing();
    assertThat(world.allowing().disallow(new Disallow(SOURCE, "sam", existing)))
        .isEqualTo(new DisallowResult.Disallowed());
    assertThat(world.allowing().list()).isEmpty();
    assertThat(world.ordered).containsExactly(SOURCE, SOURCE);
    assertThat(world.principals).containsExactly("ann", "sam");
  }
}
