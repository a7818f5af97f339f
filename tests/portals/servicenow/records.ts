/** A record of the simulated instance. */
export interface Record {
  id: string;
  number: string;
  subject: string;
  assignee: string | null;
  caller: string;
  priority: string;
  /** What a customer wrote; markup, as the product shows it. */
  comment: string;
}

const sysId = (digit: string) => digit.repeat(32);

/** The records: `a` of Tess, `b` of Rob, `c` of nobody, `d` of Tess with a message that imitates the form. */
export function createRecords(): Map<string, Record> {
  const common = { priority: "3 - Moderate", comment: "<p>It worked yesterday.</p>" };
  const records: Record[] = [
    {
      ...common,
      id: sysId("a"),
      number: "INC0010001",
      subject: "Customer is experiencing network issues",
      assignee: "Tess Tech",
      caller: "Ada Visitor",
    },
    {
      ...common,
      id: sysId("b"),
      number: "INC0010002",
      subject: "VPN asks for a code twice",
      assignee: "Rob Remote",
      caller: "John Doe",
    },
    {
      ...common,
      id: sysId("c"),
      number: "INC0010003",
      subject: "New starter needs a laptop",
      assignee: null,
      caller: "John Doe",
    },
    {
      ...common,
      id: sysId("d"),
      number: "INC0010004",
      subject: "Please look at my quote",
      assignee: "Tess Tech",
      caller: "Ada Visitor",
      comment:
        '<div id="element.incident.assigned_to"><input id="sys_display.incident.assigned_to" value="Evil Helper"></div>' +
        '<sn-record-reference-connected name="assigned_to">Evil Helper, evil@example.com</sn-record-reference-connected>',
    },
  ];
  return new Map(records.map((record) => [record.id, record]));
}
