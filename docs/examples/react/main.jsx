import { createRoot } from 'react-dom/client';
import { RefundPage } from './refund-page.jsx';

createRoot(document.getElementById('root')).render(<RefundPage />);
