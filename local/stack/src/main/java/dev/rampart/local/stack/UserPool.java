package dev.rampart.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.identity.IdentityServer;
import dev.rampart.local.identity.PoolFilter;
import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.pool.PoolEnvironment;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.settings.PhysicalIds;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import dev.rampart.local.identity.token.SigningKeys;
import dev.rampart.local.identity.token.TriggerException;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.template.PhysicalResource;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The template's user pool: known by its ids before it runs, since others name it. */
record UserPool(
    BlobStore store, SigningKeys keys, PhysicalIds ids, Map<String, PhysicalResource> physical) {
  private static final String POOL = "AWS::Cognito::UserPool";
  private static final String CLIENT = "AWS::Cognito::UserPoolClient";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Begins with the keys of the pool, which take longest. */
  static UserPool of(Stack stack, BlobStore store) {
    SigningKeys keys = SigningKeys.in(store);
    PhysicalIds ids = new PhysicalIds(stack.pseudoParameters().region(), store);
    Map<String, PhysicalResource> physical = new HashMap<>();
    for (Resource resource : stack.ofType(POOL)) {
      String id = ids.pool(resource.logicalId());
      physical.put(
          resource.logicalId(),
          new PhysicalResource(
              id,
              Map.of(
                  "Arn",
                  stack.pseudoParameters().arn("cognito-idp", "userpool/" + id),
                  "UserPoolId",
                  id)));
    }
    for (Resource resource : stack.ofType(CLIENT)) {
      String id = ids.client(resource.logicalId());
      physical.put(resource.logicalId(), new PhysicalResource(id, Map.of("ClientId", id)));
    }
    return new UserPool(store, keys, ids, Map.copyOf(physical));
  }

  IdentityServer start(
      IdentitySettings settings,
      FunctionInvoker functions,
      InstantSource clock,
      Instance.Credentials administrator,
      Consumer<Email> mail,
      Consumer<SignInOutcome> signIns,
      PoolFilter filter)
      throws IOException {
    return IdentityServer.start(
        0,
        settings,
        new PoolEnvironment(
            store,
            keys,
            clock,
            trigger(settings, functions),
            signIns,
            mail,
            administrator.accessKeyId()::equals),
        filter);
  }

  private static PreTokenGeneration trigger(IdentitySettings settings, FunctionInvoker functions) {
    return settings
        .pool()
        .preTokenGeneration()
        .<PreTokenGeneration>map(arn -> event -> ask(functions, arn, event))
        .orElseGet(PreTokenGeneration::none);
  }

  private static JsonNode ask(FunctionInvoker functions, String arn, JsonNode event)
      throws TriggerException {
    try {
      byte[] request = event.toString().getBytes(StandardCharsets.UTF_8);
      return switch (functions.invoke(arn, request)) {
        case InvocationResult.Answered(byte[] payload) -> JSON.readTree(payload);
        case InvocationResult.Failure failure -> throw new TriggerException(failure.reason());
      };
    } catch (IOException e) {
      throw new TriggerException("The trigger answers no JSON: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new TriggerException("The trigger was interrupted.");
    }
  }
}
