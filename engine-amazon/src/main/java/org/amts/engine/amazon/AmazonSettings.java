package org.amts.engine.amazon;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.amts.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * What a user sets for Amazon Translate. Immutable.
 *
 * @param bucket where parallel data and the documents of batch jobs go; null to work without
 * @param prefix folder in the bucket, without slashes at its ends
 * @param role ARN of the role by which Amazon Translate reads and writes the bucket; null to work
 *     without
 * @param price of a million characters, in any currency; null if it is not known
 * @param keep whether parallel data, terminology and the files of jobs stay when the engine closes
 * @param batchFrom so many segments at once make a batch job, if there is a bucket; fewer are
 *     translated in real time. Adapting to examples always takes a batch job
 */
record AmazonSettings(
    @Nullable String bucket,
    String prefix,
    @Nullable String role,
    @Nullable BigDecimal price,
    boolean keep,
    int batchFrom) {

  private static final Set<String> NAMES =
      new TreeSet<>(Set.of("bucket", "prefix", "role", "price", "keep", "batch-from"));

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][.\\-a-z0-9]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._=-]+(/[A-Za-z0-9._=-]+)*");

  // spec: service model, shape IamRoleArn
  private static final Pattern ROLE = Pattern.compile("arn:aws(-[^:]+)?:iam::([0-9]{12}):role/.+");

  /** A job takes minutes to begin, in which some thousand segments are done in real time. */
  private static final int DEFAULT_BATCH = 5000;

  /**
   * Reads settings.
   *
   * @throws EngineException if one is unknown or its value cannot be
   */
  static AmazonSettings of(Map<String, String> properties) {
    for (String name : properties.keySet()) {
      if (!NAMES.contains(name)) {
        throw new EngineException(
            "engine amazon: unknown engine-setting \""
                + name
                + "\"; known: "
                + String.join(", ", NAMES));
      }
    }
    String prefix = properties.getOrDefault("prefix", "amts").replaceAll("^/+|/+$", "");
    String bucket = properties.get("bucket");
    String role = properties.get("role");
    check("bucket", bucket == null || BUCKET.matcher(bucket).matches(), "is no name of a bucket");
    // The service takes no input folder named "details".
    check(
        "prefix",
        PREFIX.matcher(prefix).matches() && !("/" + prefix + "/").contains("/details/"),
        "must be a folder of letters, digits and ._=-, and not \"details\"");
    check(
        "role",
        role == null || ROLE.matcher(role).matches(),
        "must be an ARN like arn:aws:iam::123456789012:role/NAME");
    return new AmazonSettings(
        bucket,
        prefix,
        role,
        price(properties.get("price")),
        Optional.ofNullable(properties.get("keep")).map(AmazonSettings::truth).orElse(false),
        Optional.ofNullable(properties.get("batch-from"))
            .map(AmazonSettings::count)
            .orElse(DEFAULT_BATCH));
  }

  /** Whether batch jobs are possible. */
  boolean canBatch() {
    return bucket != null && role != null;
  }

  /**
   * The account that the role belongs to, twelve digits.
   *
   * @throws EngineException if there is no role
   */
  String account() {
    var matcher = ROLE.matcher(role());
    if (!matcher.matches()) {
      throw new IllegalStateException(role);
    }
    return matcher.group(2);
  }

  /**
   * @throws EngineException if it is not set
   */
  @Override
  public String bucket() {
    return required("bucket", bucket);
  }

  /**
   * @throws EngineException if it is not set
   */
  @Override
  public String role() {
    return required("role", role);
  }

  private static String required(String name, @Nullable String value) {
    if (value == null) {
      throw new EngineException(
          "engine amazon: parallel data and batch jobs need the engine-setting \""
              + name
              + "\"; see docs/amazon.md");
    }
    return value;
  }

  private static @Nullable BigDecimal price(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      BigDecimal price = new BigDecimal(value.strip());
      check("price", price.signum() >= 0, "is below 0");
      return price;
    } catch (NumberFormatException e) {
      throw wrong("price", "must be a number, the price of a million characters");
    }
  }

  private static boolean truth(String value) {
    check("keep", value.equals("true") || value.equals("false"), "must be true or false");
    return value.equals("true");
  }

  private static int count(String value) {
    check("batch-from", value.matches("[1-9][0-9]{0,8}"), "must be a number from 1");
    return Integer.parseInt(value);
  }

  private static void check(String name, boolean holds, String problem) {
    if (!holds) {
      throw wrong(name, problem);
    }
  }

  private static EngineException wrong(String name, String problem) {
    return new EngineException("engine amazon: engine-setting \"" + name + "\" " + problem);
  }
}
