package dev.rampart.local.protocol;

/**
 * What a call would be authorised for, in the words of IAM's Service Authorization Reference. A
 * call that is about several resources has several of these.
 *
 * @param name for example {@code dynamodb:PutItem}
 * @param resource an ARN, or {@link #ANY} for an action that has no resource type
 */
public record AwsAction(String name, String resource) {
  /** The resource of an action that has no resource type. */
  public static final String ANY = "*";

  @Override
  public String toString() {
    return name + " on " + resource;
  }
}
