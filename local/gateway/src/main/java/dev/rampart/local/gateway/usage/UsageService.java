package dev.rampart.local.gateway.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * API Gateway's own API, as far as keys and usage go: {@code aws apigateway --endpoint-url}. What
 * is changed here holds for the next request to the gateway, until the run ends.
 */
public final class UsageService implements AwsService {
  private static final String KEYS = "apikeys";
  private static final String PLANS = "usageplans";
  private static final String METHODS = "DELETE|GET|PATCH|POST";
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private final UsagePlans usage;
  private final UsageDocuments documents;
  private final String arn;

  /**
   * Serves the keys and plans of an API.
   *
   * @param region what ARNs of API Gateway name; they have no account
   */
  public UsageService(UsagePlans usage, ApiDefinition api, String region) {
    this.usage = usage;
    this.documents = new UsageDocuments(api);
    this.arn = "arn:aws:apigateway:" + region + "::";
  }

  private record Answer(int status, JsonNode document) {}

  @Override
  public boolean serves(HttpRequest request) {
    return request.path().matches("/(" + KEYS + "|" + PLANS + ")(/.*)?");
  }

  @Override
  public List<AwsAction> actions(HttpRequest request) {
    return request.method().matches(METHODS)
        ? List.of(new AwsAction("apigateway:" + request.method(), arn + request.path()))
        : List.of();
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    try {
      Answer answer = answer(UsageRequest.of(request));
      return HttpResponse.json(answer.status(), answer.document());
    } catch (AwsError e) {
      return refusal(e);
    }
  }

  private Answer answer(UsageRequest request) {
    List<String> path = request.path();
    boolean isKeys = path.getFirst().equals(KEYS);
    return switch (path.size()) {
      case 1 -> isKeys ? keys(request) : plans(request);
      case 2 -> isKeys ? key(request, path.get(1)) : plan(request, path.get(1));
      default -> isKeys ? throwUnknown() : ofPlan(request, path.get(1), path);
    };
  }

  private Answer ofPlan(UsageRequest request, String plan, List<String> path) {
    boolean isKeys = path.get(2).equals("keys");
    boolean isUsage = path.getLast().equals("usage");
    return switch (path.size()) {
      case 3 -> isKeys ? planKeys(request, plan) : isUsage ? usage(request, plan) : throwUnknown();
      case 4 -> isKeys ? planKey(request, plan, path.get(3)) : throwUnknown();
      case 5 -> isKeys && isUsage ? grant(request, plan, path.get(3)) : throwUnknown();
      default -> throwUnknown();
    };
  }

  private Answer keys(UsageRequest request) {
    return switch (request.request().method()) {
      case "GET" -> {
        boolean withValues = request.asks("includeValues");
        List<ApiKey> named = named(usage.keys(), request);
        yield new Answer(
            OK,
            UsageDocuments.page(
                UsagePage.of(named, ApiKey::id, request.query()),
                key -> UsageDocuments.key(key, withValues)));
      }
      case "POST" ->
          new Answer(
              CREATED, UsageDocuments.key(usage.create(KeyForm.create(request, now())), true));
      default -> throwUnknown();
    };
  }

  private static List<ApiKey> named(List<ApiKey> keys, UsageRequest request) {
    String name = request.query().getOrDefault("name", "");
    return keys.stream().filter(key -> key.name().startsWith(name)).toList();
  }

  private Answer key(UsageRequest request, String id) {
    return switch (request.request().method()) {
      case "GET" -> new Answer(OK, UsageDocuments.key(usage.key(id), request.asks("includeValue")));
      case "PATCH" -> {
        List<UsageRequest.Replacement> all = request.replacements();
        ApiKey changed = usage.update(id, key -> replace(key, all));
        yield new Answer(OK, UsageDocuments.key(changed, false));
      }
      case "DELETE" -> {
        usage.delete(id);
        yield accepted();
      }
      default -> throwUnknown();
    };
  }

  private ApiKey replace(ApiKey key, List<UsageRequest.Replacement> all) {
    ApiKey changed = key;
    for (UsageRequest.Replacement each : all) {
      changed = KeyForm.replace(changed, each, now());
    }
    return changed;
  }

  private Answer plans(UsageRequest request) {
    requireGet(request);
    Optional<String> keyId = Optional.ofNullable(request.query().get("keyId"));
    List<UsagePlan> plans =
        usage.plans().stream().filter(plan -> keyId.isEmpty() || has(plan, keyId.get())).toList();
    return new Answer(
        OK,
        UsageDocuments.page(UsagePage.of(plans, UsagePlan::id, request.query()), documents::plan));
  }

  private boolean has(UsagePlan plan, String keyId) {
    return usage.keysOf(plan.id()).stream().anyMatch(key -> key.id().equals(keyId));
  }

  private Answer plan(UsageRequest request, String id) {
    requireGet(request);
    return new Answer(OK, documents.plan(usage.plan(id)));
  }

  private Answer planKeys(UsageRequest request, String planId) {
    return switch (request.request().method()) {
      case "GET" ->
          new Answer(
              OK,
              UsageDocuments.page(
                  UsagePage.of(named(usage.keysOf(planId), request), ApiKey::id, request.query()),
                  key -> UsageDocuments.planKey(key, false)));
      case "POST" -> {
        ObjectNode body = request.body(Set.of("keyId", "keyType"));
        if (!UsageRequest.text(body, "keyType").orElse("").equals("API_KEY")) {
          throw UsageRequest.bad("Invalid key type: it is API_KEY");
        }
        ApiKey added = usage.add(planId, UsageRequest.text(body, "keyId").orElse(""));
        yield new Answer(CREATED, UsageDocuments.planKey(added, true));
      }
      default -> throwUnknown();
    };
  }

  private Answer planKey(UsageRequest request, String planId, String keyId) {
    requireGet(request);
    KeyUsage _ = usage.usage(planId, keyId);
    return new Answer(OK, UsageDocuments.planKey(usage.key(keyId), false));
  }

  private Answer usage(UsageRequest request, String planId) {
    requireGet(request);
    LocalDate from = request.day("startDate");
    LocalDate to = request.day("endDate");
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= QuotaCounter.DAYS_MAX) {
      throw UsageRequest.bad(
          "Invalid date range: it has from 1 to " + QuotaCounter.DAYS_MAX + " days");
    }
    Optional<String> only = Optional.ofNullable(request.query().get("keyId"));
    List<String> ids =
        usage.keysOf(planId).stream()
            .map(ApiKey::id)
            .filter(id -> only.isEmpty() || only.get().equals(id))
            .toList();
    UsagePage<String> page = UsagePage.of(ids, id -> id, request.query());
    return new Answer(
        OK,
        UsageDocuments.usage(planId, from, to, counters(planId, page.items()), page.position()));
  }

  /** A plan without a quota counts nothing. */
  private Map<String, QuotaCounter> counters(String planId, List<String> keyIds) {
    Map<String, QuotaCounter> counters = new LinkedHashMap<>();
    for (String id : keyIds) {
      usage.usage(planId, id).quota().ifPresent(counter -> counters.put(id, counter));
    }
    return counters;
  }

  private Answer grant(UsageRequest request, String planId, String keyId) {
    if (!request.request().method().equals("PATCH")) {
      return throwUnknown();
    }
    QuotaCounter counter =
        usage
            .usage(planId, keyId)
            .quota()
            .orElseThrow(() -> UsageRequest.bad("The usage plan has no quota"));
    for (UsageRequest.Replacement each : request.replacements()) {
      if (!each.path().equals("/remaining") || !each.value().matches("[0-9]{1,10}")) {
        throw UsageRequest.bad("Invalid patch path or value. Must be: /remaining, a number");
      }
      counter.grant(Long.parseLong(each.value()), now());
    }
    LocalDate today = now().atZone(ZoneOffset.UTC).toLocalDate();
    return new Answer(
        OK, UsageDocuments.usage(planId, today, today, Map.of(keyId, counter), Optional.empty()));
  }

  private Instant now() {
    return usage.clock().instant();
  }

  private static Answer accepted() {
    return new Answer(ACCEPTED, JsonNodeFactory.instance.objectNode());
  }

  private static void requireGet(UsageRequest request) {
    if (!request.request().method().equals("GET")) {
      Answer _ = throwUnknown();
    }
  }

  private static Answer throwUnknown() {
    throw new AwsError(404, "NotFoundException", "The local run does not offer this operation");
  }
}
