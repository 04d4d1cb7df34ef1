import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { addressOf, type OpenMarks } from './MarkMenu';

/** Follows a mark; where several lie upon each other, asks which. */
export function useMarksPress(): [
  opened: OpenMarks | null,
  press: (at: OpenMarks) => void,
  close: () => void,
] {
  const navigate = useNavigate();
  const [opened, setOpened] = useState<OpenMarks | null>(null);
  const press = (at: OpenMarks) => {
    const [only, another] = at.marks;
    if (only && !another) void navigate(addressOf(only));
    else if (only) setOpened(at);
  };
  return [opened, press, () => setOpened(null)];
}
