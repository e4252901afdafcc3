package dev.rampart.local.identity.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * The user pool.
 *
 * @param id for example {@code eu-west-1_a1B2c3D4e}
 * @param softwareToken whether a one-time code is asked for
 * @param namesCaseSensitive whether {@code Ann} and {@code ann} are two users
 * @param requiredAttributes what no user can take away, for example {@code email}
 * @param recoversByEmail whether users set a forgotten password anew themselves, with a code sent
 *     to their email address; otherwise an administrator does it
 * @param tier the feature plan; what it brings on AWS is not there, but for the log of activity
 * @param threatProtection whether the activity of users is judged, and so told of; nothing is
 *     judged here
 * @param preTokenGeneration the ARN of the function asked before a token is signed
 * @param properties as the template has them, for who describes the pool
 */
public record PoolSettings(
    String id,
    String name,
    PasswordPolicy passwords,
    SoftwareToken softwareToken,
    boolean namesCaseSensitive,
    Set<String> requiredAttributes,
    boolean recoversByEmail,
    Tier tier,
    boolean threatProtection,
    Optional<String> preTokenGeneration,
    ObjectNode properties) {

  public PoolSettings {
    requiredAttributes = Set.copyOf(requiredAttributes);
  }

  /** The feature plans of Cognito. */
  public enum Tier {
    LITE,
    ESSENTIALS,
    PLUS
  }

  /** Whether users need a one-time code from an authenticator app. */
  public enum SoftwareToken {
    OFF,
    OPTIONAL,
    REQUIRED
  }

  /** Returns the ARN of the pool. */
  public String arn() {
    return "arn:aws:cognito-idp:" + region() + ":000000000000:userpool/" + id;
  }

  /** Returns the part of the id before the underscore. */
  public String region() {
    return id.substring(0, id.indexOf('_'));
  }

  /** Returns the part of the id behind the underscore. */
  public String shortId() {
    return id.substring(id.indexOf('_') + 1);
  }
}
