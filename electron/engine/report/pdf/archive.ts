import { type Doc, internalsOf } from './internals.ts'
import { srgbProfile } from './srgb-profile.ts'

/**
 * States that the document is PDF/A-2a (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, clause 5), and what its colours
 * mean. Call it before the document ends. That both statements are true is for `test/engine/report/pdfa` to check.
 */
export function declareForm(doc: Doc, issued: Date): void {
  const inside = internalsOf(doc)
  inside.appendXML(description('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"', PDFA))
  inside.appendXML(description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', PDFUA))
  inside.appendXML(description(EXTENSION_NAMES, UA_SCHEMA))
  const at = `${issued.toISOString().slice(0, 19)}Z`
  const dates = `<xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:MetadataDate>${at}</xmp:MetadataDate>`
  inside.appendXML(description('xmlns:xmp="http://ns.adobe.com/xap/1.0/"', dates))

  const profile = inside.ref({ N: 3 })
  profile.write(srgbProfile())
  profile.end()
  const name = new String('sRGB IEC61966-2.1')
  const intent = inside.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: profile,
  })
  intent.end()
  inside._root.data['OutputIntents'] = [intent]
}

function description(names: string, properties: string): string {
  return `<rdf:Description rdf:about="" ${names}>${properties}</rdf:Description>`
}

const PDFA = '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'
const PDFUA = '<pdfuaid:part>1</pdfuaid:part>'

// PDF/A knows no `pdfuaid`, so its one property must be described (ISO 19005-2, 6.6.2.3).
const EXTENSION_NAMES = `xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"`
const UA_SCHEMA = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`
