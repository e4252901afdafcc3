package dev.rampart.local.stack.storage;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.gateway.integration.ObjectStorage;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/**
 * Reads objects for an API with the rights of the role of its integrations.
 *
 * @param api the logical id of the API
 * @param apiArn what the trust policy of the role may ask for
 * @param buckets by name
 */
public record RoleStorage(
    String api, String apiArn, AccessControl access, Map<String, SiteBucket> buckets)
    implements ObjectStorage {
  private static final String SERVICE = "apigateway.amazonaws.com";
  private static final int FORBIDDEN = 403;

  /** Takes a copy. */
  public RoleStorage {
    buckets = Map.copyOf(buckets);
  }

  @Override
  public Read read(String roleArn, String bucket, String key) {
    Optional<String> untrusted = access.service(SERVICE, apiArn, "sts:AssumeRole", roleArn);
    return untrusted
        .<Read>map(Read.NotPermitted::new)
        .orElseGet(() -> new Read.Answered(answer(bucket, key)));
  }

  /**
   * Who may not list a bucket is told 403 of what is not in it, as of what it may not read. Only
   * objects that are there are asked for, or whoever asks for many would fill the record of calls.
   */
  private HttpResponse answer(String bucket, String key) {
    return Optional.ofNullable(buckets.get(bucket))
        .flatMap(objects -> objects.get(key))
        .filter(_ -> isAllowed("arn:aws:s3:::" + bucket + "/" + key))
        .map(StoredFile::answer)
        .orElseGet(() -> HttpResponse.text(FORBIDDEN, "AccessDenied"));
  }

  private boolean isAllowed(String arn) {
    return access.function(api, "s3:GetObject", arn, Map.of()).isEmpty();
  }
}
