package org.amts.server.protocol;

/** Names of resources in the form of AWS: {@code arn:aws:translate:region:account:kind/name}. */
public final class ResourceName {

  /** The only account. */
  public static final String ACCOUNT = "000000000000";

  /** The region in names; requests may be signed for any. */
  public static final String REGION = "us-east-1";

  private ResourceName() {}

  /** The whole name of a resource. */
  public static String of(String kind, String name) {
    return "arn:aws:translate:" + REGION + ":" + ACCOUNT + ":" + kind + "/" + name;
  }
}
