/** Prescriber, pharmacy and wishes. Kept in memory only, so that no shared machine remembers them. */
import { Textarea, TextInput } from '@mantine/core';
import { useSession } from '../session.tsx';

export function OrderForm() {
  const { orderFields: fields, setOrderFields } = useSession();
  const { prescriber, pharmacy } = fields;
  const ofPrescriber = (key: keyof typeof prescriber) => (text: string) =>
    setOrderFields({ ...fields, prescriber: { ...prescriber, [key]: text } });
  const ofPharmacy = (key: keyof typeof pharmacy) => (text: string) =>
    setOrderFields({ ...fields, pharmacy: { ...pharmacy, [key]: text } });
  return (
    <form className="section order-form no-print" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>
          <h2>Prescriber</h2>
        </legend>
        <div className="form-grid">
          <Field label="Name" value={prescriber.name} onText={ofPrescriber('name')} required />
          <Field label="NPI" value={prescriber.npi} onText={ofPrescriber('npi')} />
          <Field label="Licence" value={prescriber.licence} onText={ofPrescriber('licence')} />
          <Field label="Telephone" value={prescriber.phone} onText={ofPrescriber('phone')} />
        </div>
      </fieldset>
      <fieldset>
        <legend>
          <h2>Pharmacy</h2>
        </legend>
        <div className="form-grid">
          <Field label="Name of the pharmacy" value={pharmacy.name} onText={ofPharmacy('name')} />
          <Field label="Address" value={pharmacy.address} onText={ofPharmacy('address')} />
          <Field label="Telephone of the pharmacy" value={pharmacy.phone} onText={ofPharmacy('phone')} />
        </div>
      </fieldset>
      <details>
        <summary>Wishes: fillers to leave out, flavour, where to send it</summary>
        <div className="form-grid wishes">
          <Textarea
            label="Fillers to leave out"
            description="one on each line"
            rows={3}
            value={fields.excludedFillers}
            onChange={(event) => setOrderFields({ ...fields, excludedFillers: event.currentTarget.value })}
          />
          <Field
            label="Flavour of a liquid"
            value={fields.flavour}
            onText={(flavour) => setOrderFields({ ...fields, flavour })}
          />
          <Field
            label="Send to, if not to the address of the patient"
            value={fields.shipTo}
            onText={(shipTo) => setOrderFields({ ...fields, shipTo })}
          />
        </div>
      </details>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly required?: boolean;
}

const Field = ({ label, value, onText, required = false }: FieldProps) => (
  <TextInput
    label={label}
    required={required}
    autoComplete="off"
    value={value}
    onChange={(event) => onText(event.currentTarget.value)}
  />
);
