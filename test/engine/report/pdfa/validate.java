import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF about files: validate.java FLAVOUR=PROFILE[,...] FILE... For each file and flavour one line
 * "FILE TAB FLAVOUR TAB RULES TAB ASSERTIONS", then one line "TAB RULE TAB COUNT TAB WORDS" for each rule that it breaks.
 *
 * The profiles are veraPDF's own, read here with the XML parser of Java, because the jar lacks the library (JAXB) with
 * which veraPDF itself reads them.
 */
public class Validate {
  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String asked : args[0].split(",")) {
      String[] names = asked.split("=");
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(names[0]);
      ValidationProfile profile = profile(names[1], flavour);
      for (int index = 1; index < args.length; index += 1) validate(args[index], flavour, profile);
    }
  }

  static void validate(String file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(
          file + "\t" + flavour.getId() + "\t" + profile.getRules().size() + "\t" + result.getTotalAssertions());
      Map<String, Integer> counts = new TreeMap<>();
      Map<String, String> words = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.PASSED) continue;
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        counts.merge(rule, 1, Integer::sum);
        words.putIfAbsent(rule, assertion.getMessage().replaceAll("\\s+", " "));
      }
      counts.forEach((rule, count) -> System.out.println("\t" + rule + "\t" + count + "\t" + words.get(rule)));
    }
  }

  static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
    Element root;
    try (InputStream in = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    NodeList found = root.getElementsByTagName("rule");
    for (int index = 0; index < found.getLength(); index += 1) {
      Element rule = (Element) found.item(index);
      Element id = (Element) rule.getElementsByTagName("id").item(0);
      String deferred = rule.getAttribute("deferred");
      rules.add(
          Profiles.ruleFromValues(
              Profiles.ruleIdFromValues(
                  PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                  id.getAttribute("clause"),
                  Integer.parseInt(id.getAttribute("testNumber"))),
              rule.getAttribute("object"),
              deferred.isEmpty() ? null : Boolean.valueOf(deferred),
              rule.getAttribute("tags"),
              text(rule, "description"),
              text(rule, "test"),
              Profiles.errorFromValues(text(rule, "message"), new ArrayList<>()),
              new ArrayList<>()));
    }
    Set<Variable> variables = new HashSet<>();
    found = root.getElementsByTagName("variable");
    for (int index = 0; index < found.getLength(); index += 1) {
      Element variable = (Element) found.item(index);
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              text(variable, "defaultValue"),
              text(variable, "value")));
    }
    return Profiles.profileFromValues(
        flavour, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
  }

  static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
