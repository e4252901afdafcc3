package dev.rampart.local.gateway.usage;

import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.definition.Throttle;
import dev.rampart.local.template.Properties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A usage plan: what each of its keys may do.
 *
 * @param opensStage whether the plan has the stage of the API; a key of another plan opens nothing
 * @param throttle the rate of each key over all methods
 * @param methods further rates of each key, by {@linkplain
 *     dev.rampart.local.gateway.definition.ApiOperation#methodKey method}
 */
public record UsagePlan(
    String id,
    String name,
    String description,
    boolean opensStage,
    Optional<Throttle> throttle,
    Map<String, Throttle> methods,
    Optional<Quota> quota) {
  public UsagePlan {
    methods = Map.copyOf(methods);
  }

  /**
   * Reads an {@code AWS::ApiGateway::UsagePlan}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it is wrong, or names another
   *     API, stage or method than there is
   */
  public static UsagePlan read(Properties plan, ApiDefinition api) {
    plan.leave("Tags");
    List<Properties> stages = plan.objects("ApiStages");
    Map<String, Throttle> methods = new LinkedHashMap<>();
    stages.forEach(stage -> methods.putAll(methods(stage, api)));
    return new UsagePlan(
        plan.resource().physical().ref(),
        plan.optionalText("UsagePlanName").orElse(plan.resource().logicalId()),
        plan.optionalText("Description").orElse(""),
        !stages.isEmpty(),
        throttle(plan.object("Throttle")),
        methods,
        Quota.read(plan));
  }

  private static Map<String, Throttle> methods(Properties stage, ApiDefinition api) {
    if (!stage.text("ApiId").equals(api.apiId())) {
      throw stage.fault("ApiId", "is not the API of the template");
    }
    if (!stage.text("Stage").equals(api.stage())) {
      throw stage.fault("Stage", "is not the stage of the API");
    }
    Map<String, Throttle> methods = new LinkedHashMap<>();
    Properties throttles = stage.object("Throttle");
    for (String key : throttles.names()) {
      if (!api.routes().has(key)) {
        throw throttles.fault(key, "is no method of the API, as a path and /METHOD");
      }
      throttle(throttles.object(key)).ifPresent(limit -> methods.put(key, limit));
    }
    return methods;
  }

  private static Optional<Throttle> throttle(Properties throttle) {
    return Throttle.read(throttle, "RateLimit", "BurstLimit");
  }
}
