package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Resource;
import java.util.List;

/** What belongs to a user pool: clients, groups, scopes, domains and settings. */
final class PoolMemberRules {
  private static final String FAMILY = "AWS::Cognito::";

  private PoolMemberRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "COG-36",
            "What belongs to a user pool belongs to one of the template",
            "a client or group of another pool gives its people a way in that nobody reviewed",
            "UserPoolId: !Ref the user pool",
            PoolMemberRules::ownPool));
  }

  private static void ownPool(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource member : subject.resources()) {
      if (member.type().startsWith(FAMILY) && !member.type().equals(Types.USER_POOL)) {
        JsonNode pool = member.property("UserPoolId");
        boolean own =
            subject
                .target(pool)
                .filter(target -> target.type().equals(Types.USER_POOL))
                .filter(target -> target.physical().ref().equals(pool.asText()))
                .isPresent();
        seen.expect(own, member, "UserPoolId");
      }
    }
  }
}
