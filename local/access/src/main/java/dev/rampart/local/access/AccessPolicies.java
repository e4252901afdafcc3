package dev.rampart.local.access;

import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All policies of one account, as they decide a request (IAM User Guide, "Policy evaluation
 * logic"): an explicit deny of any policy first; then a statement of the resource's policy that
 * names who asks, or one of the role's own; else no.
 *
 * @param ofRoles by logical id
 * @param ofResources by the ARN of the resource
 */
public record AccessPolicies(
    Map<String, List<Grant>> ofRoles, Map<String, List<Grant>> ofResources) {
  private static final String OBJECTS = ":s3:::";

  /** Takes copies. */
  public AccessPolicies {
    ofRoles = Map.copyOf(ofRoles);
    ofResources = Map.copyOf(ofResources);
  }

  /** Returns whether a resource has a policy of its own. */
  public boolean hasPolicy(String arn) {
    return ofResources.containsKey(arn);
  }

  /** Decides a request. */
  public AccessDecision decide(Principal principal, AccessRequest request) {
    List<Grant> own =
        principal instanceof Principal.Role role
            ? ofRoles.getOrDefault(role.logicalId(), List.of())
            : List.of();
    List<Grant> resource = ofResource(request.resource());
    Optional<Grant> denied = denied(principal, request, own, resource);
    if (denied.isPresent()) {
      boolean byIdentity = own.contains(denied.get());
      return new AccessDecision.Refused(
          "with an explicit deny in "
              + (byIdentity ? "an identity-based policy" : "a resource-based policy"),
          "denied by " + denied.get().place());
    }
    return allowed(principal, request, own, resource)
        .<AccessDecision>map(AccessDecision.Allowed::new)
        .orElseGet(() -> refused(principal, request, own, resource));
  }

  /** Returns the statements of the policy of a resource, or of the one that it is a part of. */
  private List<Grant> ofResource(String arn) {
    List<Grant> found = ofResources.get(arn);
    // The key of an object is all that is behind the name of its bucket.
    int parent = arn.indexOf('/', arn.contains(OBJECTS) ? 0 : arn.indexOf('/') + 1);
    return found != null || parent < 0
        ? Optional.ofNullable(found).orElse(List.of())
        : ofResources.getOrDefault(arn.substring(0, parent), List.of());
  }

  /**
   * Returns the resource of the template in which what a service lacks for a request is to be
   * written: that of the statement which comes nearest; empty if nothing has a policy for it.
   */
  Optional<Resource> holder(Principal.Service service, AccessRequest request) {
    List<Grant> grants = ofResource(request.resource());
    List<Grant> about = grants.stream().filter(grant -> grant.isAbout(request.action())).toList();
    return about.stream()
        .filter(grant -> grant.isFor(service))
        .findFirst()
        .or(() -> about.stream().findFirst())
        .or(() -> grants.stream().findFirst())
        .map(grant -> grant.statement().holder());
  }

  private static Optional<Grant> denied(
      Principal principal, AccessRequest request, List<Grant> own, List<Grant> resource) {
    Optional<Grant> byOwn =
        own.stream().filter(grant -> grant.denies() && grant.applies(request)).findFirst();
    return byOwn.or(
        () ->
            resource.stream()
                .filter(grant -> grant.denies() && grant.applies(request))
                .filter(
                    grant ->
                        grant.principals().names(principal)
                            || grant.principals().namesAccountOf(principal))
                .findFirst());
  }

  private static Optional<Grant> allowed(
      Principal principal, AccessRequest request, List<Grant> own, List<Grant> resource) {
    List<Grant> applying =
        resource.stream().filter(grant -> !grant.denies() && grant.applies(request)).toList();
    Optional<Grant> named =
        applying.stream().filter(grant -> grant.principals().names(principal)).findFirst();
    // A key asks nobody's own policies unless its policy says so (KMS Developer Guide, "Key
    // policies"); every other resource always does.
    boolean asksOwn =
        !request.action().startsWith("kms:")
            || applying.stream().anyMatch(grant -> grant.principals().namesAccountOf(principal));
    return named.or(
        () ->
            own.stream()
                .filter(grant -> asksOwn && !grant.denies() && grant.applies(request))
                .findFirst());
  }

  private static AccessDecision refused(
      Principal principal, AccessRequest request, List<Grant> own, List<Grant> resource) {
    boolean isRole = principal instanceof Principal.Role;
    List<String> misses =
        new ArrayList<>(AccessDecision.misses(isRole ? own : resource, principal, request));
    return new AccessDecision.Refused(
        "because no "
            + (isRole ? "identity-based" : "resource-based")
            + " policy allows the "
            + request.action()
            + " action",
        misses.isEmpty() ? "no statement is about the action" : String.join("; ", misses));
  }
}
