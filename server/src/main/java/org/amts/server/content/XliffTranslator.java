package org.amts.server.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.Property;
import net.sf.okapi.filters.xliff.Parameters;
import net.sf.okapi.filters.xliff.XLIFFFilter;

/**
 * XLIFF 1.2. Targets are written, in place of those that are there; a target that a person approved
 * is kept, and so is a unit with {@code translate="no"}. Inline elements are kept.
 */
final class XliffTranslator extends OkapiTranslator {

  private static final String CONTENT_TYPE = "application/x-xliff+xml";

  @Override
  public Set<String> contentTypes() {
    return Set.of(CONTENT_TYPE);
  }

  @Override
  IFilter filter() {
    XLIFFFilter filter = new XLIFFFilter();
    Parameters parameters = filter.getParameters();
    // The file's own target language may be another one, or missing.
    parameters.setOverrideTargetLanguage(true);
    parameters.setAddTargetLanguage(true);
    return filter;
  }

  @Override
  void check(Path file, String contentType) throws UnreadableContentException, IOException {
    try (InputStream xml = Files.newInputStream(file)) {
      String root = XmlProlog.rootOf(xml, "the document");
      if (!root.equals("xliff")) {
        throw new UnreadableContentException(
            "the document is not XLIFF: its root is <" + root + ">");
      }
    }
  }

  @Override
  byte[] finish(Path source, byte[] written) {
    return written;
  }

  @Override
  boolean isToTranslate(ITextUnit unit, LocaleId target) {
    if (!unit.isTranslatable()) {
      return false;
    }
    Property approved = unit.getTargetProperty(target, Property.APPROVED);
    return approved == null || !approved.getValue().equals("yes");
  }
}
